package dev.parley.shared;

import java.time.Duration;

/** How long to wait, in words. */
public final class Waiting {
    private Waiting() {}

    /** "a second", "40 seconds", "a minute", "2 minutes", "an hour"; rounded up, so that the wait is over when it says so. */
    public static String words(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (seconds == 1) return "a second";
        if (seconds < 60) return seconds + " seconds";
        long minutes = (seconds + 59) / 60;
        if (minutes == 1) return "a minute";
        if (minutes < 60) return minutes + " minutes";
        long hours = (minutes + 59) / 60;
        return hours == 1 ? "an hour" : hours + " hours";
    }
}
