package dev.parley.routing;

import dev.parley.routing.OfferView.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A department's past day as it was and as it would have been under another policy.
 *
 * @param zone of the company, in which the day is meant
 * @param fact as it was
 * @param other as it would have been
 * @param alike how many conversations the replay gives to the agent who got them in fact when nothing is changed: how far it can be believed
 * @param moved what would have been answered first by somebody else, in the order in which it came; at most {@value #MOST}
 * @param omitted how many more
 * @param connectionsKnown whether it is recorded of every member when the connection was lost and came; else whoever was available counts as connected
 */
public record ReplayView(
        ZoneId zone, Totals fact, Totals other, int alike, List<Moved> moved, int omitted, boolean connectionsKnown) {
    public static final int MOST = 200;

    /** The parts of {@link dev.parley.routing.replay.Comparison.Totals}, with names. */
    public record Totals(
            int came,
            int answered,
            Duration median,
            Duration ninety,
            Duration longest,
            int promised,
            int kept,
            int missed,
            List<Share> shares) {
        /** How many went without an answer that day. */
        public int unanswered() {
            return came - answered;
        }
    }

    /** @param got how many conversations the agent got first */
    public record Share(Named agent, int got) {}

    /**
     * A conversation that changed hands.
     *
     * @param conversation public id and visitor's name, which may be null
     * @param factAgent null where nobody answered, as {@code otherAgent}
     */
    public record Moved(
            Named conversation,
            Instant since,
            Named factAgent,
            Duration factWait,
            Named otherAgent,
            Duration otherWait) {}
}
