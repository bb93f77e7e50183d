package dev.parley.routing.replay;

import dev.parley.agent.AgentModel;
import dev.parley.agent.AgentState;
import dev.parley.routing.Abilities;
import dev.parley.routing.Candidate;
import dev.parley.routing.replay.RecordedDay.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** An agent in a replay, with what is in hand and what is held out. */
final class ReplayedPerson {
    final AgentModel model;
    final SortedSet<ReplayedChat> inHand = new TreeSet<>(Comparator.comparingLong(ReplayedChat::id));
    final List<ReplayedOffer> offers = new ArrayList<>();
    private final long id;
    private final Abilities abilities;

    ReplayedPerson(Person person) {
        id = person.id();
        abilities = person.abilities();
        model = person.model().get();
    }

    long id() {
        return id;
    }

    /** What is in hand and held out, this conversation aside. */
    int besides(ReplayedChat chat) {
        long held = inHand.stream().filter(one -> one != chat).count();
        long offered = offers.stream().filter(offer -> offer.chat() != chat).count();
        return (int) (held + offered);
    }

    boolean hasRoomFor(ReplayedChat chat) {
        return besides(chat) < model.state().capacity();
    }

    /** Whether anything may be offered. */
    boolean isFree() {
        AgentState state = model.state();
        return state.reachable() && inHand.size() + offers.size() < state.capacity();
    }

    /** Before a conversation that was never refused. */
    Candidate candidate() {
        AgentState state = model.state();
        return new Candidate(
                id, state.capacity(), inHand.size(), offers.size(), state.idleSince(), 0, null, 0, abilities);
    }
}
