package dev.parley.routing.replay;

import dev.parley.agent.Presence;
import dev.parley.routing.Choosing.Chosen;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.Strategy;
import dev.parley.routing.replay.Answers.Answer;
import dev.parley.routing.replay.RecordedDay.Take;
import dev.parley.routing.replay.ReplayedChat.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** The desk in a replay: what can happen to its conversations and agents, and what follows from it. Everything happens {@link #now}. */
final class ReplayDesk {
    final Map<Long, ReplayedChat> chats = new LinkedHashMap<>();
    final Map<Long, ReplayedPerson> people = new LinkedHashMap<>();
    final List<Take> takes = new ArrayList<>();
    final List<ReplayedOffer> missed = new ArrayList<>();
    private final Map<Long, RoutingRules> rules;
    private final ReplayQueue queue;
    private final Answers answers;
    private final TypicalLengths typical;
    private final BiConsumer<Instant, BooleanSupplier> later;
    private final OfferBoard offers = new OfferBoard();
    /** The clock of the replay. */
    Instant now;

    /** @param later does something at a later moment, and what follows from it if it says that there was something to do */
    ReplayDesk(
            RecordedDay day,
            Map<Long, RoutingRules> rules,
            Answers answers,
            BiConsumer<Instant, BooleanSupplier> later) {
        this.rules = rules;
        this.answers = answers;
        this.later = later;
        typical = new TypicalLengths(day);
        day.people().forEach(person -> people.put(person.id(), new ReplayedPerson(person)));
        day.chats().forEach(chat -> chats.put(chat.id(), new ReplayedChat(chat, this::rules)));
        queue = new ReplayQueue(day, chats, people);
    }

    RoutingRules rules(long department) {
        return rules.getOrDefault(department, RoutingRules.STANDARD);
    }

    /** Offers whatever can be offered. */
    void drain() {
        for (Optional<Chosen<ReplayedChat>> next = queue.next(now); next.isPresent(); next = queue.next(now)) {
            ReplayedChat chat = next.get().conversation();
            for (long agent : next.get().agents()) {
                Instant expires = now.plus(chat.rules().offerTime());
                offer(chat, people.get(agent), expires, answers.next(chat.id(), agent, now), now);
                if (chat.rules().strategy() == Strategy.ROUND_ROBIN) queue.taken(chat.departmentId(), agent);
            }
        }
    }

    /** Holds it out; what the agent will say is known. */
    void offer(ReplayedChat chat, ReplayedPerson agent, Instant expires, Answer answer, Instant made) {
        ReplayedOffer offer = offers.make(chat, agent, expires);
        switch (answer.outcome()) {
            case ACCEPTED -> later.accept(made.plus(answer.after()), () -> accept(offer));
            case DECLINED -> later.accept(made.plus(answer.after()), () -> decline(offer));
            case MISSED, WITHDRAWN, TAKEN -> {}
        }
    }

    private boolean accept(ReplayedOffer offer) {
        if (!offers.stands(offer, now)) return false;
        return take(offer.chat(), offer.agent());
    }

    private boolean decline(ReplayedOffer offer) {
        if (!offers.stands(offer, now)) return false;
        offers.end(offer);
        offer.chat().refused(offer.agent().id(), now);
        offer.agent().model.answered();
        return true;
    }

    /** Ends what nobody answered in time, each as a thing of its own. */
    void sweep() {
        for (ReplayedOffer offer : offers.due(now)) {
            if (offers.has(offer)) miss(offer);
            drain();
        }
        drain();
    }

    private void miss(ReplayedOffer offer) {
        ReplayedPerson agent = offer.agent();
        offers.end(offer);
        missed.add(offer);
        offer.chat().refused(agent.id(), now);
        if (!agent.model.missOffer(offer.chat().rules().missedOffers(), now)) return;
        offers.endAll(agent.offers);
        answers.comesBack(agent.id(), now).ifPresent(away -> later.accept(now.plus(away), () -> comesBack(agent)));
    }

    private boolean comesBack(ReplayedPerson agent) {
        return agent.model.unanswering() && agent.model.change(Presence.AVAILABLE, null, now);
    }

    /** The next moment at which time alone changes something; null where there is none. */
    Instant nextChange() {
        Instant relaxed = queue.nextChange(now);
        Instant expiry = offers.nextExpiry();
        if (relaxed == null || expiry == null) return relaxed == null ? expiry : relaxed;
        return relaxed.isBefore(expiry) ? relaxed : expiry;
    }

    /** The agent takes what waits, offered or not. @return whether there was room */
    boolean take(ReplayedChat chat, ReplayedPerson agent) {
        if (!chat.waiting || !agent.hasRoomFor(chat)) return false;
        offers.endAll(chat.offers);
        agent.model.answered();
        give(chat, agent);
        return true;
    }

    /** Somebody gives what waits to the agent, who need not be there by the clock of the replay but must have room. */
    void hand(ReplayedChat chat, ReplayedPerson agent) {
        if (!chat.waiting || !agent.hasRoomFor(chat)) return;
        offers.endAll(chat.offers);
        give(chat, agent);
    }

    private void give(ReplayedChat chat, ReplayedPerson agent) {
        takes.add(new Take(chat.id(), chat.stay, agent.id(), now));
        hold(chat, agent);
        agent.model.busyUntil(now);
    }

    /** It is in the agent's hand from now on, and until its work is done. */
    void hold(ReplayedChat chat, ReplayedPerson agent) {
        queue.remove(chat);
        chat.waiting = false;
        chat.owner = agent;
        agent.inHand.add(chat);
        var work = chat.begin(agent.id(), now, typical.of(chat.recorded().department()));
        if (work.length() == null) return;
        later.accept(now.plus(work.length()), () -> finish(chat, agent, work));
    }

    private boolean finish(ReplayedChat chat, ReplayedPerson agent, Work work) {
        // another holding of it may have begun since
        if (chat.work != work || chat.owner != agent) return false;
        Long to = work.to();
        chat.done();
        release(chat, agent);
        switch (work.ending()) {
            case CLOSED -> close(chat, agent);
            case TO_DEPARTMENT -> {
                chat.department = to;
                agent.model.busyUntil(now);
                wait(chat);
            }
            case TO_AGENT -> handOn(chat, agent, people.get(to));
            case RETURNED, LOST, LASTED -> wait(chat);
        }
        return true;
    }

    private void release(ReplayedChat chat, ReplayedPerson agent) {
        agent.inHand.remove(chat);
        chat.owner = null;
    }

    private void close(ReplayedChat chat, ReplayedPerson agent) {
        agent.model.busyUntil(now);
        queue.had(chat.visitor(), agent.id());
        comeAgain(chat);
    }

    /** Whoever has it already goes on with it; a colleague without room lets it wait. */
    private void handOn(ReplayedChat chat, ReplayedPerson agent, ReplayedPerson to) {
        agent.model.busyUntil(now);
        if (to == agent) {
            hold(chat, agent);
            return;
        }
        boolean there =
                to != null && to.model.state().live() && to.model.state().status() != Presence.OFFLINE;
        wait(chat);
        if (there) hand(chat, to);
    }

    private void wait(ReplayedChat chat) {
        chat.waiting = true;
        queue.add(chat);
    }

    /** It came to wait again in fact, or does so now. */
    void arrived(ReplayedChat chat, int stay, Instant since) {
        chat.come = stay;
        boolean over = !chat.waiting && chat.owner == null;
        if (!over) return;
        chat.arrive(since);
        wait(chat);
    }

    private void comeAgain(ReplayedChat chat) {
        if (chat.come > chat.stay) arrived(chat, chat.come, now);
    }

    /** It ends while it waits. */
    void gone(ReplayedChat chat) {
        offers.endAll(chat.offers);
        chat.waiting = false;
        queue.remove(chat);
        comeAgain(chat);
    }

    void moved(ReplayedChat chat, long department, boolean byDesk) {
        if (byDesk && !chat.offers.isEmpty()) return;
        offers.endAll(chat.offers);
        chat.department = department;
    }

    void presence(ReplayedPerson agent, Presence status, String reason) {
        if (agent.model.change(status, reason, now) && status != Presence.AVAILABLE) offers.endAll(agent.offers);
    }

    void connected(ReplayedPerson agent, boolean live) {
        agent.model.live(live);
        if (!live) offers.endAll(agent.offers);
    }

    /** Everything in hand waits again, at the place it had. */
    void lost(ReplayedPerson agent) {
        agent.model.live(false);
        for (ReplayedChat chat : List.copyOf(agent.inHand)) {
            chat.broken(now);
            release(chat, agent);
            wait(chat);
        }
        offers.endAll(agent.offers);
    }

    void rulesSet(long department, RoutingRules those) {
        rules.put(department, those);
    }
}
