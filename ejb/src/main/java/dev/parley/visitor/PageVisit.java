package dev.parley.visitor;

import java.time.Instant;

/** A page of the host site that a visitor came to. {@code title} may be null. */
public record PageVisit(String url, String title, Instant at) {}
