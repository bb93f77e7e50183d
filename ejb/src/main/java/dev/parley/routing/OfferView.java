package dev.parley.routing;

import java.time.Instant;

/**
 * An open offer as its agent sees it.
 *
 * @param conversation public id
 * @param visitor who waits
 * @param department where
 * @param words what was said last, or null where nothing was
 * @param waitingSince since when, kept through every return to the queue
 * @param expiresAt when it goes to the next candidate
 */
public record OfferView(
        String conversation, Named visitor, Named department, String words, Instant waitingSince, Instant expiresAt) {
    /** A public id with the name that people read; a visitor's may be null. */
    public record Named(String id, String name) {}
}
