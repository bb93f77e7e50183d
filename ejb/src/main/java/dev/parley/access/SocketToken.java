package dev.parley.access;

import java.time.Instant;

/** The bearer of a signed-in page's script. */
public record SocketToken(String token, Instant expiresAt) {
    /** Never the token: this text may reach a log. */
    @Override
    public String toString() {
        return "SocketToken[until " + expiresAt + "]";
    }
}
