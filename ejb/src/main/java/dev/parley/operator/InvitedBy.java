package dev.parley.operator;

import dev.parley.shared.Invalid;
import java.util.Locale;

/** How an owner's one-time link reaches the owner. */
public enum InvitedBy {
    /** Parley mails it. */
    MAIL,
    /** The operator is told, and passes it on. */
    LINK;

    /** As it stands in JSON. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid if there is no such word */
    public static InvitedBy of(String wire) {
        for (InvitedBy each : values()) if (each.wire().equals(wire)) return each;
        throw new Invalid("An owner is invited by 'mail' or 'link'.");
    }
}
