package dev.parley.visitor;

import java.util.List;

/** All that colleagues may know of one visitor. @param pages newest first, at most {@value VisitorTrail#KEPT} */
public record VisitorProfile(VisitorView visitor, List<PageVisit> pages) {}
