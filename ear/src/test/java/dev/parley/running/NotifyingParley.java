package dev.parley.running;

import java.util.Map;

/** A Parley that notifies visitors by a push service of the tests' own; one for all tests of this run that want it. */
public final class NotifyingParley {
    private static NotifyingParley shared;

    /** The push service, and the browser behind it. */
    public final PushReceiver push = new PushReceiver();

    public final RunningParley parley = RunningParley.start(
            Map.of("PARLEY_WEB_PUSH", "mailto:ops@acme.example", "PARLEY_WEB_PUSH_ALLOW", push.origin()));

    private NotifyingParley() {}

    /** It ends with the JVM. */
    public static synchronized NotifyingParley shared() {
        if (shared == null) shared = new NotifyingParley();
        return shared;
    }

    /** How many letters came for that browser. */
    public long came(String name) {
        return push.received().stream()
                .filter(letter -> letter.path().equals("/push/" + name))
                .count();
    }
}
