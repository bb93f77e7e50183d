package dev.parley.company;

/** Conversations begun on such a page go to that department. @param department public id @param name of the department; null in a draft */
public record SiteRoute(PagePattern pattern, String department, String name) {}
