package dev.parley.file;

import java.util.Locale;

/** How far a file has come. Only {@link #READY} can be opened. */
public enum FileState {
    /** Received; the malware check is still to come, or could not reach its scanner and will try again. */
    CHECKING,
    /** Checked; participants can open it. */
    READY,
    /** The check said no, and the bytes are gone. */
    REFUSED,
    /** Nobody attached it in time; the bytes are being removed. Like a file that does not exist. */
    EXPIRED;

    /** As it stands in JSON and in the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such state */
    public static FileState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
