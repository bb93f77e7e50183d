package dev.parley.access;

import java.time.Duration;

/** What a sign-in is for; its token is worth nothing anywhere else. */
public enum SignInKind {
    /** A page's session cookie: 12 hours, or two idle ones. */
    PAGE(Duration.ofHours(12), Duration.ofHours(2)),
    /** A bearer from {@code POST /sessions}: 12 hours. */
    API(Duration.ofHours(12), Duration.ofHours(12)),
    /** A bearer for the sockets and the script of a signed-in page; lives under the page's sign-in: 15 minutes. */
    SOCKET(Duration.ofMinutes(15), Duration.ofMinutes(15));

    private final Duration life;
    private final Duration idle;

    SignInKind(Duration life, Duration idle) {
        this.life = life;
        this.idle = idle;
    }

    /** How long it lives at most. */
    public Duration life() {
        return life;
    }

    /** How long it lives unused. */
    public Duration idle() {
        return idle;
    }
}
