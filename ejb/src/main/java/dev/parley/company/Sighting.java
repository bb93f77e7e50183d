package dev.parley.company;

import java.time.Instant;

/** Pages of an origin asked for a site's loader. @param allowed whether the site's widget may be used there as the site is now */
public record Sighting(String origin, Instant firstSeen, Instant lastSeen, boolean allowed) {}
