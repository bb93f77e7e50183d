package dev.parley.hours;

import dev.parley.shared.Invalid;
import java.util.Locale;

/** On which way somebody wants to reach the desk; hours may differ. */
public enum Channel {
    CHAT,
    VOICE;

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid if there is no such channel */
    public static Channel of(String wire) {
        for (Channel channel : values()) if (channel.wire().equals(wire)) return channel;
        throw new Invalid("A channel is chat or voice.");
    }
}
