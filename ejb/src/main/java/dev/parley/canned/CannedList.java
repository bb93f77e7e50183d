package dev.parley.canned;

import java.util.List;

/** All of a company's canned responses by shortcut. @param version grows whenever one of them comes, changes or goes */
public record CannedList(List<CannedView> items, long version) {}
