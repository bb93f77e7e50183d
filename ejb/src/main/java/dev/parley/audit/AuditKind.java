package dev.parley.audit;

import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
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
    TOKEN,
    /** One of the company's own roles. */
    ROLE,
    /** The company's OpenID provider, and who comes in by it. */
    SINGLE_SIGN_ON,
    /** Somebody's own passkeys, and the use of one that seems to exist twice. */
    PASSKEY,
    /** The operator lets nobody of the company in, or lets them in again. */
    SUSPENSION,
    /** The operator took all that is the company's out. */
    EXPORT;

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What whoever changes such a thing needs. */
    public Permission changedBy() {
        return switch (this) {
            case COMPANY, TAG, OUTCOME, AWAY_REASON, MAIL -> Permission.EDIT_COMPANY;
            case HOURS, DEPARTMENT, INACTIVITY -> Permission.EDIT_DEPARTMENTS;
            case SITE -> Permission.EDIT_SITES;
            case PERSON, INVITATION, PASSKEY -> Permission.MANAGE_PEOPLE;
            case PRESENCE -> Permission.SET_OTHERS_PRESENCE;
            case CANNED_RESPONSE -> Permission.KEEP_CANNED_RESPONSES;
            case TOKEN -> Permission.MANAGE_TOKENS;
            case ROLE -> Permission.MANAGE_ROLES;
            case SINGLE_SIGN_ON, SUSPENSION, EXPORT -> Permission.OWN_COMPANY;
        };
    }

    /** @throws Invalid if there is no such kind */
    public static AuditKind of(String wire) {
        for (AuditKind kind : values()) if (kind.wire().equals(wire)) return kind;
        throw new Invalid("There is no such kind of change.");
    }
}
