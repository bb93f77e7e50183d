package dev.parley.visitor;

import java.util.List;

/**
 * All that colleagues may know of one visitor.
 *
 * @param pages newest first, at most {@value VisitorTrail#KEPT}
 * @param attributes what the host site says of it, by name
 * @param address of the network, from which it came last; null for those who lack {@link
 *     dev.parley.shared.Permission#SEE_VISITOR_ADDRESS}
 */
public record VisitorProfile(VisitorView visitor, List<PageVisit> pages, List<Attribute> attributes, String address) {}
