package dev.parley.routing;

import java.time.Instant;

/** How often an agent declined or missed a conversation, and when last, or null where never. */
public record Refusals(int count, Instant last) {
    public static final Refusals NONE = new Refusals(0, null);
}
