package dev.parley.visitor;

import java.util.List;

/**
 * All that colleagues may know of one visitor.
 *
 * @param pages newest first, at most {@value VisitorTrail#KEPT}
 * @param attributes what the host site says of it, by name
 */
public record VisitorProfile(VisitorView visitor, List<PageVisit> pages, List<Attribute> attributes) {}
