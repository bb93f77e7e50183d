package dev.parley.routing;

import dev.parley.routing.OfferView.Named;
import java.time.Instant;
import java.util.List;

/**
 * A decision in the list of a company's newest.
 *
 * @param conversation public id
 * @param visitor name, or null where the visitor gave none
 * @param department name of the department that it waited in
 * @param reason why nobody was asked, a code of {@link Decision.Nobody}; null where somebody was
 * @param onTo name of the department to which it went on, or null; {@code reason} is a code of {@link OverflowReason} then
 * @param asked who was asked, at most 100
 * @param outcome how the offer to the only one who was asked ended; null while it stands, or where many were asked or nobody
 */
public record RecentDecision(
        String conversation,
        String visitor,
        String department,
        Instant at,
        String reason,
        String onTo,
        List<Named> asked,
        String outcome) {}
