package dev.parley.routing.replay;

import dev.parley.agent.Presence;
import dev.parley.routing.RoutingRules;
import java.time.Instant;

/** What happened on a day without routing's doing. Conversations, agents and departments by key. */
public sealed interface Happening {
    Instant at();

    /** A conversation came to wait. */
    record Arrived(Instant at, long chat, int stay) implements Happening {}

    /** It ended while it waited. */
    record Gone(Instant at, long chat, int stay) implements Happening {}

    /** An agent took it from the queue without being asked. */
    record Picked(Instant at, long chat, int stay, long agent) implements Happening {}

    /** Somebody gave it to an agent while it waited. */
    record HandedTo(Instant at, long chat, int stay, long agent) implements Happening {}

    /** It went to another department while it waited. @param byDesk since the department had too much; then nobody was being asked */
    record Moved(Instant at, long chat, int stay, long department, boolean byDesk) implements Happening {}

    /** Somebody said how much it presses. */
    record Prioritised(Instant at, long chat, int priority) implements Happening {}

    /** Not by the desk for not answering. */
    record PresenceSet(Instant at, long agent, Presence status, String reason) implements Happening {}

    /** The agent's first connection opened, or the last one closed. */
    record Connected(Instant at, long agent, boolean live) implements Happening {}

    /** No connection came back: all in hand is given back. */
    record Lost(Instant at, long agent) implements Happening {}

    record CapacitySet(Instant at, long agent, int capacity) implements Happening {}

    record RulesSet(Instant at, long department, RoutingRules rules) implements Happening {}
}
