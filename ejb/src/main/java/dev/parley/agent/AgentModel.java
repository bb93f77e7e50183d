package dev.parley.agent;

import dev.parley.agent.domain.AgentPresence;
import java.time.Instant;

/**
 * An agent as the desk's own rules move it, of whom nothing is stored: for a replay of a past day, which must not have rules of its own.
 * Not safe for several threads.
 */
public final class AgentModel {
    /** How many an agent may hold of whom nobody said anything else. */
    public static final int DEFAULT_CAPACITY = AgentPresence.DEFAULT_CAPACITY;

    /** Whom the desk sets away for not answering has this reason. */
    public static final String NOT_ANSWERING = AgentPresence.NOT_ANSWERING;

    /** Longer ago than anything that matters. */
    private static final Instant BEFORE = Instant.EPOCH;

    private final AgentPresence presence;
    private boolean live;

    /**
     * @param status at the beginning
     * @param idleSince since when nothing new came and nothing ended, by then
     * @param missed offers in a row, by then
     */
    public AgentModel(long accountId, Presence status, boolean live, int capacity, Instant idleSince, int missed) {
        presence = AgentPresence.begin(0, accountId, BEFORE);
        presence.change(status, null, BEFORE);
        presence.busyUntil(idleSince);
        presence.limit(capacity);
        for (int i = 0; i < missed; i++) presence.missOffer(Integer.MAX_VALUE, idleSince);
        this.live = live;
    }

    /** @return whether anything changed */
    public boolean change(Presence to, String why, Instant at) {
        return presence.change(to, why, at);
    }

    /** An offer went unanswered, and {@code tooMany} in a row are too many. @return whether this was: the agent is AWAY now */
    public boolean missOffer(int tooMany, Instant at) {
        return presence.missOffer(tooMany, at);
    }

    /** The agent answered an offer, whatever the answer. */
    public void answered() {
        presence.answered();
    }

    /** Something new came or something ended. */
    public void busyUntil(Instant at) {
        presence.busyUntil(at);
    }

    /** @param conversations at once */
    public void limit(int conversations) {
        presence.limit(conversations);
    }

    /** Whether a socket is open somewhere. */
    public void live(boolean now) {
        live = now;
    }

    /** As routing asks for it. */
    public AgentState state() {
        return new AgentState(
                0, presence.accountId(), presence.status(), live, presence.capacity(), presence.idleSince());
    }

    /** Whether the agent is away for not answering. */
    public boolean unanswering() {
        return presence.status() == Presence.AWAY && NOT_ANSWERING.equals(presence.reason());
    }
}
