package dev.parley.agent;

import dev.parley.testdesk.TestDesk;

/** Lets what listens in this feature listen, as the container would. */
public final class Observers {
    private Observers() {}

    public static void listen(TestDesk desk) {
        desk.get(Departures.class);
    }
}
