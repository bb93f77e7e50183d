package dev.parley.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;

/** Moments in native SQL, where no {@link InstantConverter} helps: H2 answers with OffsetDateTime, PostgreSQL with Timestamp. */
public final class Moments {
    private Moments() {}

    /** A query parameter. */
    public static OffsetDateTime toColumn(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** A column of a native query's row; null stays null. */
    public static Instant ofColumn(Object column) {
        if (column == null) return null;
        if (column instanceof OffsetDateTime at) return at.toInstant();
        if (column instanceof Date at) return at.toInstant();
        throw new IllegalArgumentException("not a moment: " + column.getClass().getName());
    }
}
