package dev.parley.conversation;

import dev.parley.shared.Invalid;
import java.util.Locale;

/** Where a conversation stands: waiting for an agent, open with one, snoozed in between, closed. */
public enum ConversationStatus {
    WAITING,
    OPEN,
    SNOOZED,
    CLOSED;

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid if there is no such status */
    public static ConversationStatus of(String wire) {
        for (ConversationStatus status : values()) if (status.wire().equals(wire)) return status;
        throw new Invalid("There is no status '" + wire + "'.");
    }
}
