package dev.parley.access;

import java.time.Instant;

/** One of somebody's own sign-ins, in the list where it can be ended. {@code current} is the one that asks. */
public record SignInView(
        String id,
        SignInKind kind,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt,
        String address,
        String userAgent,
        boolean current) {}
