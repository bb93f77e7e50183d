package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Roster;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.routing.Choosing.Chosen;
import dev.parley.routing.RoutingEvent.OfferEnded;
import dev.parley.routing.RoutingEvent.OfferMade;
import dev.parley.routing.domain.Offer;
import dev.parley.routing.persistence.DepartmentTurns;
import dev.parley.routing.persistence.OpenOffers;
import dev.parley.routing.persistence.OpenOffers.Key;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.routing.persistence.Workload;
import dev.parley.routing.persistence.Workload.Load;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes and ends offers, each inside the caller's transaction. The order of locks is everywhere the agent's presence, the conversation's
 * head, the offer; what was seen before a lock is looked at again under it.
 */
@ApplicationScoped
class OfferDesk {
    @Inject
    Choices choices;

    @Inject
    Roster roster;

    @Inject
    Lifecycle lifecycle;

    @Inject
    OpenOffers offers;

    @Inject
    WaitingLine line;

    @Inject
    Workload work;

    @Inject
    DepartmentTurns turns;

    @Inject
    DecisionRecord record;

    @Inject
    Event<RoutingEvent> news;

    @Inject
    Clock clock;

    /** What became of the next offers. */
    enum Progress {
        NOTHING_LEFT,
        SOME_MADE,
        /** Things changed between the look and the locks: worth another look. */
        IN_VAIN
    }

    /**
     * Offers what comes next: chosen first to know whose locks are needed, and chosen again under these, as far as it still is for none but
     * those.
     *
     * @param most so many at most
     */
    public Progress offerNext(long company, int most) {
        List<Chosen<Item>> seen = choices.next(company, clock.instant(), most);
        if (seen.isEmpty()) return Progress.NOTHING_LEFT;
        Map<Long, AgentState> agents = lock(company, seen);
        Instant now = clock.instant();
        List<Chosen<Item>> next = choices.next(company, now, seen.size()).stream()
                .takeWhile(choice -> agents.keySet().containsAll(choice.agents()))
                .toList();
        if (next.isEmpty() || !haveRoom(next, agents)) return Progress.IN_VAIN;
        Map<Long, Item> waiting = lockWaiting(company, next);
        boolean made = false;
        for (Chosen<Item> choice : next) {
            Item item = waiting.get(choice.conversation().id());
            // the choices after it were made as if this one was offered
            if (item == null || item.departmentId() != choice.conversation().departmentId()) break;
            make(choice.agents().stream().map(agents::get).toList(), item, choice.decision(), now);
            made = true;
        }
        return made ? Progress.SOME_MADE : Progress.IN_VAIN;
    }

    /** In the order of their keys, like everybody who locks several. */
    private Map<Long, AgentState> lock(long company, List<Chosen<Item>> seen) {
        var locked = new LinkedHashMap<Long, AgentState>();
        seen.stream()
                .flatMap(choice -> choice.agents().stream())
                .distinct()
                .sorted()
                .forEach(agent -> locked.put(agent, roster.lock(company, agent)));
        return locked;
    }

    /** Nobody else gives a locked agent anything: whoever has room here has it until the commit. */
    private boolean haveRoom(List<Chosen<Item>> choices, Map<Long, AgentState> locked) {
        Map<Long, Long> asked = choices.stream()
                .flatMap(choice -> choice.agents().stream())
                .collect(Collectors.groupingBy(agent -> agent, Collectors.counting()));
        Map<Long, Load> loads = work.of(asked.keySet());
        return asked.entrySet().stream().allMatch(one -> {
            AgentState agent = locked.get(one.getKey());
            int places = loads.getOrDefault(one.getKey(), Load.NONE).places();
            return agent.reachable() && places + one.getValue() <= agent.capacity();
        });
    }

    /** Those that still wait and that nobody is asked about, under the locks of their heads. */
    private Map<Long, Item> lockWaiting(long company, List<Chosen<Item>> choices) {
        List<Long> keys = choices.stream()
                .map(choice -> choice.conversation().id())
                .sorted()
                .toList();
        Map<Long, Item> waiting = line.lock(company, keys).stream()
                .filter(Item::waiting)
                .collect(Collectors.toMap(Item::id, item -> item));
        offers.lockAllFor(keys).forEach(offer -> waiting.remove(offer.conversationId()));
        return waiting;
    }

    private void make(List<AgentState> asked, Item item, Decision decision, Instant now) {
        RoutingRules rules = item.rules();
        String words = line.lastWords(item.id());
        long because = record.keep(item, decision, now);
        for (AgentState agent : asked) {
            Offer offer = asked.size() == 1
                    ? Offer.make(item.companyId(), item.id(), agent.accountId(), now, rules.offerTime())
                    : Offer.ring(item.companyId(), item.id(), agent.accountId(), now, rules.offerTime());
            offers.add(offer.because(because));
            if (rules.strategy() == Strategy.ROUND_ROBIN) {
                turns.taken(item.companyId(), item.departmentId(), agent.accountId());
            }
            var view = new OfferView(
                    item.publicId(), item.visitor(), item.department(), words, item.waitingSince(), offer.expiresAt());
            news.fire(new OfferMade(item.companyId(), agent.accountId(), item.id(), view));
        }
    }

    /** Makes the agent the conversation's owner. @throws Refused if it is taken, expired, not waiting or one too many */
    public void accept(Caller.Staff by, long conversationId) {
        AgentState agent = roster.lock(by.companyId(), by.accountId());
        Item item = line.lock(by.companyId(), conversationId).orElseThrow(OfferDesk::unknown);
        Instant now = clock.instant();
        if (!item.waiting()) throw new Refused("The conversation is taken or has ended.");
        for (Offer offer : offers.lockAllFor(conversationId)) endByAcceptance(offer, item, agent, now);
        if (work.besides(conversationId, agent.accountId()) >= agent.capacity()) {
            throw new Refused("You have as many conversations as your capacity allows.");
        }
        lifecycle.assign(conversationId, agent.accountId(), Author.of(by), null);
        roster.offerAnswered(agent);
        roster.busyUntil(agent, now);
    }

    private void endByAcceptance(Offer offer, Item item, AgentState agent, Instant now) {
        boolean own = offer.isFor(agent.accountId());
        if (own && offer.expired(now)) throw new Refused("The offer has expired.");
        end(offer, item.publicId(), own ? OfferOutcome.ACCEPTED : OfferOutcome.TAKEN, now);
    }

    /** The agent says no; the next candidate is asked. @throws Refused if the offer no longer stands */
    public void decline(Caller.Staff by, Item item) {
        AgentState agent = roster.lock(by.companyId(), by.accountId());
        Instant now = clock.instant();
        Offer offer = offers.lockFor(item.id(), agent.accountId())
                .filter(standing -> !standing.expired(now))
                .orElseThrow(() -> new Refused("This conversation is not offered to you."));
        end(offer, item.publicId(), OfferOutcome.DECLINED, now);
        roster.offerAnswered(agent);
    }

    /** Ends the offer if its time is over. */
    public void expire(Key key) {
        AgentState agent = roster.lock(key.companyId(), key.accountId());
        Instant now = clock.instant();
        offers.lock(key.offerId()).filter(offer -> offer.expired(now)).ifPresent(offer -> {
            Item item = line.find(key.companyId(), offer.conversationId()).orElseThrow(OfferDesk::unknown);
            end(offer, item.publicId(), OfferOutcome.MISSED, now);
            roster.offerMissed(agent, item.rules().missedOffers());
        });
    }

    /** Takes the offer back if its conversation no longer waits where the agent serves. */
    public void withdrawPointless(Key key) {
        roster.lock(key.companyId(), key.accountId());
        offers.lock(key.offerId()).ifPresent(offer -> {
            Item item = line.find(key.companyId(), offer.conversationId()).orElseThrow(OfferDesk::unknown);
            boolean makesSense = item.waiting() && work.member(item.departmentId(), key.accountId());
            if (!makesSense) end(offer, item.publicId(), OfferOutcome.WITHDRAWN, clock.instant());
        });
    }

    /** Takes all the locked agent's offers back. */
    public void withdrawAll(long accountId) {
        Instant now = clock.instant();
        for (Offer offer : offers.lockAllOf(accountId)) end(offer, publicId(offer), OfferOutcome.WITHDRAWN, now);
    }

    /** Ends whatever offers of the conversation stand, since somebody was given it directly. */
    public void endFor(long conversationId) {
        Instant now = clock.instant();
        for (Offer offer : offers.lockAllFor(conversationId)) end(offer, publicId(offer), OfferOutcome.TAKEN, now);
    }

    private void end(Offer offer, String conversation, OfferOutcome outcome, Instant now) {
        offer.end(outcome, now);
        news.fire(new OfferEnded(offer.companyId(), offer.accountId(), offer.conversationId(), conversation, outcome));
    }

    private String publicId(Offer offer) {
        return line.find(offer.companyId(), offer.conversationId())
                .orElseThrow(OfferDesk::unknown)
                .publicId();
    }

    private static NotFound unknown() {
        return new NotFound("There is no such conversation.");
    }
}
