package dev.parley.visitor;

import java.time.Instant;

/** A visitor as the company's people see one. {@code id} is the public id; parts that nobody has said are null. */
public record VisitorView(
        String id,
        String name,
        String email,
        String pageUrl,
        String pageTitle,
        String referrer,
        String language,
        String timeZone,
        String userAgent,
        Instant firstSeenAt,
        Instant seenAt) {}
