package dev.parley.audit;

import dev.parley.shared.Invalid;
import java.util.Locale;

/** What kind of thing an administrator changed. */
public enum AuditKind {
    COMPANY,
    /** Business hours, of the company or of a site, department and channel. */
    HOURS,
    DEPARTMENT,
    SITE,
    PERSON,
    /** Somebody was invited, or is not any more. */
    INVITATION,
    /** A supervisor set a colleague's presence. */
    PRESENCE,
    TAG,
    OUTCOME,
    AWAY_REASON,
    CANNED_RESPONSE,
    /** As whom the company writes. */
    MAIL,
    /** What becomes of a department's conversations in which the visitor falls silent. */
    INACTIVITY,
    /** With what programs ask the REST API. */
    TOKEN;

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Invalid if there is no such kind */
    public static AuditKind of(String wire) {
        for (AuditKind kind : values()) if (kind.wire().equals(wire)) return kind;
        throw new Invalid("There is no such kind of change.");
    }
}
