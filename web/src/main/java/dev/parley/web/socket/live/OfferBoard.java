package dev.parley.web.socket.live;

import dev.parley.routing.OfferOutcome;
import dev.parley.routing.Offers;
import dev.parley.routing.RoutingEvent.OfferEnded;
import dev.parley.routing.RoutingEvent.OfferMade;
import dev.parley.routing.StandingOffer;
import dev.parley.shared.Caller;
import dev.parley.web.socket.frame.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Tells each agent's sessions what is held out to the agent, from this node's news or from the database. */
@ApplicationScoped
public class OfferBoard {
    private static final Logger LOG = Logger.getLogger(OfferBoard.class.getName());

    @Inject
    LiveSessions sessions;

    @Inject
    Offers offers;

    @Inject
    OfferFrames frames;

    void made(OfferMade e) {
        String frame = frames.offer(e.offer());
        sessions.ofAgent(e.companyId(), e.accountId())
                .forEach(session -> session.offers()
                        .made(e.offer().conversation(), e.offer().expiresAt(), () -> session.send(frame)));
    }

    void ended(OfferEnded e) {
        String frame = frame(e.conversation(), e.outcome());
        sessions.ofAgent(e.companyId(), e.accountId())
                .forEach(session -> session.offers().ended(e.conversation(), () -> session.send(frame)));
    }

    /** The agent is here: what is open comes behind the welcome. */
    void greet(LiveSession session) {
        offers.open(session.caller())
                .forEach(offer -> session.offers()
                        .made(offer.conversation(), offer.expiresAt(), () -> session.send(frames.offer(offer))));
    }

    /**
     * Looks at what stands in the database for these agents and tells their sessions what they do not know.
     *
     * @param accounts keys
     * @return whether there was something
     */
    boolean look(Collection<Long> accounts) {
        Map<LiveSession, Long> before = new HashMap<>();
        for (LiveSession session : sessions.agents())
            if (accounts.contains(account(session)))
                before.put(session, session.offers().changes());
        if (before.isEmpty()) return false;
        Set<Long> asked = before.keySet().stream().map(OfferBoard::account).collect(Collectors.toSet());
        Map<Long, Map<String, Instant>> standing = offers.standing(asked).stream()
                .collect(Collectors.groupingBy(
                        StandingOffer::accountId,
                        Collectors.toMap(StandingOffer::conversation, StandingOffer::expiresAt, (a, b) -> a)));
        boolean found = false;
        for (var each : before.entrySet()) {
            LiveSession session = each.getKey();
            var news = session.offers().compare(each.getValue(), standing.getOrDefault(account(session), Map.of()));
            if (news.isEmpty()) continue;
            found = true;
            try {
                tell(session, news);
            } catch (RuntimeException e) {
                session.offers().untold(news);
                LOG.log(Level.WARNING, "what is held out to an agent could not be told; the next look tries again", e);
            }
        }
        return found;
    }

    private static long account(LiveSession session) {
        return session.caller() instanceof Caller.Staff staff ? staff.accountId() : 0;
    }

    private void tell(LiveSession session, OffersTold.Difference news) {
        for (String conversation : news.gone()) tellEnd(session, conversation);
        if (news.fresh().isEmpty()) return;
        offers.open(session.caller()).stream()
                .filter(offer -> news.fresh().contains(offer.conversation()))
                .forEach(offer ->
                        session.offers().ifOpen(offer.conversation(), () -> session.send(frames.offer(offer))));
    }

    private void tellEnd(LiveSession session, String conversation) {
        var how = offers.outcome(session.caller(), conversation);
        if (how.isEmpty() && stands(session, conversation)) {
            // held out again since the look: the next one finds that
            session.offers().untold(new OffersTold.Difference(Set.of(), Set.of(conversation)));
            return;
        }
        String frame = frame(conversation, how.orElse(OfferOutcome.WITHDRAWN));
        session.offers().ifGone(conversation, () -> session.send(frame));
    }

    private boolean stands(LiveSession session, String conversation) {
        return offers.open(session.caller()).stream()
                .anyMatch(offer -> offer.conversation().equals(conversation));
    }

    private static String frame(String conversation, OfferOutcome outcome) {
        return JsonText.frame("offerEnded")
                .with("conversation", conversation)
                .with("reason", outcome.wire())
                .toString();
    }
}
