package dev.parley.routing;

import dev.parley.agent.AgentState;
import dev.parley.agent.Roster;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.routing.Choices.Choice;
import dev.parley.routing.RoutingEvent.OfferEnded;
import dev.parley.routing.RoutingEvent.OfferMade;
import dev.parley.routing.domain.Offer;
import dev.parley.routing.persistence.OpenOffers;
import dev.parley.routing.persistence.OpenOffers.Key;
import dev.parley.routing.persistence.WaitingLine;
import dev.parley.routing.persistence.WaitingLine.Item;
import dev.parley.routing.persistence.Workload;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes and ends offers, each inside the caller's transaction. The order of locks is everywhere the agent's presence, the conversation's
 * head, the offer; what was seen before a lock is looked at again under it.
 */
@ApplicationScoped
class OfferDesk {
    private final OfferTerms terms = OfferTerms.fromSettings();

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
    Event<RoutingEvent> news;

    @Inject
    Clock clock;

    /**
     * Offers the next conversation to {@code seen}'s agent, if under the agent's lock the choice is still the same agent's.
     *
     * @return whether an offer was made; if not, things have changed since {@code seen} and want another look
     */
    public boolean offer(Choice seen) {
        long company = seen.conversation().companyId();
        AgentState agent = roster.lock(company, seen.accountId());
        Instant now = clock.instant();
        Optional<Choice> again = choices.next(company, now).filter(choice -> choice.accountId() == seen.accountId());
        if (again.isEmpty() || !agent.reachable()) return false;
        long conversationId = again.get().conversation().id();
        Optional<Item> conversation = line.lock(company, conversationId)
                .filter(Item::waiting)
                .filter(item ->
                        item.departmentId() == again.get().conversation().departmentId());
        if (conversation.isEmpty() || offers.lockFor(conversationId).isPresent()) return false;
        if (work.besides(conversationId, agent.accountId()) >= agent.capacity()) return false;
        make(agent, conversation.get(), now);
        return true;
    }

    private void make(AgentState agent, Item item, Instant now) {
        Offer offer = Offer.make(item.companyId(), item.id(), agent.accountId(), now, terms.time());
        offers.add(offer);
        var view = new OfferView(
                item.publicId(),
                item.visitor(),
                item.department(),
                line.lastWords(item.id()),
                item.waitingSince(),
                offer.expiresAt());
        news.fire(new OfferMade(item.companyId(), agent.accountId(), item.id(), view));
    }

    /** Makes the agent the conversation's owner. @throws Refused if it is taken, expired, not waiting or one too many */
    public void accept(Caller.Staff by, long conversationId) {
        AgentState agent = roster.lock(by.companyId(), by.accountId());
        Item item = line.lock(by.companyId(), conversationId).orElseThrow(OfferDesk::unknown);
        Instant now = clock.instant();
        if (!item.waiting()) throw new Refused("The conversation is taken or has ended.");
        offers.lockFor(conversationId).ifPresent(offer -> endByAcceptance(offer, item, agent, now));
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
        Offer offer = offers.lockFor(item.id())
                .filter(standing -> standing.isFor(agent.accountId()) && !standing.expired(now))
                .orElseThrow(() -> new Refused("This conversation is not offered to you."));
        end(offer, item.publicId(), OfferOutcome.DECLINED, now);
        roster.offerAnswered(agent);
    }

    /** Ends the offer if its time is over. */
    public void expire(Key key) {
        AgentState agent = roster.lock(key.companyId(), key.accountId());
        Instant now = clock.instant();
        offers.lock(key.offerId()).filter(offer -> offer.expired(now)).ifPresent(offer -> {
            end(offer, publicId(offer), OfferOutcome.MISSED, now);
            roster.offerMissed(agent);
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

    /** Ends whatever offer of the conversation stands, since somebody was given it directly. */
    public void endFor(long conversationId) {
        offers.lockFor(conversationId)
                .ifPresent(offer -> end(offer, publicId(offer), OfferOutcome.TAKEN, clock.instant()));
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
