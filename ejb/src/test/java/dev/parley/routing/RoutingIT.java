package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.Agents;
import dev.parley.agent.LeaseKeeper;
import dev.parley.agent.Presence;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.routing.RoutingEvent.OfferMade;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Refused;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of offers, queue and connections, on the real tables of both databases. */
class RoutingIT {
    private static final long SUPPORT = 1;
    private static final long SALES = 2;

    private TestDesk desk;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        desk.get(DrainTriggers.class);
        desk.get(OfferReturns.class);
    }

    private Caller.Staff available(String name, long... departments) {
        Caller.Staff agent = desk.agent(name, departments);
        desk.get(Agents.class).connected(agent, "socket of " + name);
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        return agent;
    }

    private void sweep() {
        desk.get(QueueSweep.class).sweep();
    }

    private String conversation(long key) {
        return "conversation-" + key;
    }

    private boolean offered(Caller.Staff agent, long conversation) {
        return desk.count(
                        "select count(*) from offer where account_id = ? and open_for = ?",
                        agent.accountId(),
                        conversation)
                == 1;
    }

    /** The sweep, once a second in a server, makes good a wake-up that came to nothing. */
    private void awaitOffer(Caller.Staff agent, long conversation) {
        desk.await(agent.name() + " is offered " + conversation, () -> {
            if (offered(agent, conversation)) return true;
            sweep();
            return offered(agent, conversation);
        });
    }

    private List<Long> offersTold() {
        return desk.news.stream()
                .filter(OfferMade.class::isInstance)
                .map(event -> ((OfferMade) event).conversationId())
                .toList();
    }

    private String status(long conversation) {
        return (String) desk.ask("select status from conversation where id = ?", conversation);
    }

    @Tag("ROU-3")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_longest_idle_agent_is_offered_the_longest_waiting(Kind kind) throws Exception {
        open(kind);
        long younger = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(10));
        long older = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(20));
        long urgent = desk.waiting(SUPPORT, 5, desk.now());

        Caller.Staff first = available("first", SUPPORT);
        // the news of an offer follow its commit
        desk.await("all told", () -> offersTold().size() == 3);

        assertThat(offersTold()).containsExactly(urgent, older, younger);
        assertThat(offered(first, urgent)).isTrue();
    }

    @Tag("ROU-4")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_declined_offer_goes_to_the_next_and_comes_back_after_a_pause(Kind kind) throws Exception {
        open(kind);
        Caller.Staff first = available("first", SUPPORT);
        desk.clock.advance(Duration.ofSeconds(1));
        Caller.Staff second = available("second", SUPPORT);
        long waiting = desk.waiting(SUPPORT);
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        awaitOffer(first, waiting);

        desk.get(Offers.class).decline(first, conversation(waiting));
        awaitOffer(second, waiting);
        desk.get(Offers.class).decline(second, conversation(waiting));
        sweep();
        assertThat(desk.get(Choices.class).next(TestDesk.COMPANY, desk.now(), 1))
                .isEmpty();

        desk.clock.advance(Duration.ofSeconds(31));
        renew(first, second);
        sweep();
        desk.await("offered again", () -> offered(first, waiting) || offered(second, waiting));
        assertThatThrownBy(() -> desk.get(Offers.class).decline(desk.agent("stranger", SALES), conversation(waiting)))
                .isInstanceOf(NotFound.class);
    }

    private void renew(Caller.Staff... agents) {
        for (Caller.Staff agent : agents) desk.get(Agents.class).connected(agent, "socket of " + agent.name());
    }

    @Tag("ROU-4")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void three_missed_offers_set_the_agent_away(Kind kind) throws Exception {
        open(kind);
        Caller.Staff agent = available("sleeper", SUPPORT);
        for (int missed = 1; missed <= 3; missed++) {
            long waiting = desk.waiting(SUPPORT);
            desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
            awaitOffer(agent, waiting);
            desk.change(
                    "update offer set expires_at = ? where open_for = ?",
                    desk.now().minusSeconds(1),
                    waiting);
            sweep();
            desk.await("missed", () -> !offered(agent, waiting));
            desk.change("update conversation set status = 'closed' where id = ?", waiting);
        }
        var presence = desk.get(Agents.class).presence(agent);
        assertThat(presence.status()).isEqualTo(Presence.AWAY);
        assertThat(presence.reason()).isEqualTo("not answering");
        assertThat(desk.count("select count(*) from offer where outcome = 'missed'"))
                .isEqualTo(3);
    }

    @Tag("ROU-5")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void leaving_gives_offers_back_at_once_and_keeps_what_is_open(Kind kind) throws Exception {
        open(kind);
        Caller.Staff agent = available("leaver", SUPPORT);
        long open = desk.waiting(SUPPORT);
        desk.get(Offers.class).accept(agent, conversation(open));
        long waiting = desk.waiting(SUPPORT);
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        awaitOffer(agent, waiting);

        desk.get(Agents.class).setPresence(agent, Presence.OFFLINE, null);

        assertThat(offered(agent, waiting)).isFalse();
        assertThat(status(open)).isEqualTo("open");
        assertThat(status(waiting)).isEqualTo("waiting");
    }

    @Tag("ROU-5")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_dead_node_gives_its_agents_conversations_back_at_their_old_place(Kind kind) throws Exception {
        open(kind);
        TestDesk.Node doomed = desk.node();
        Caller.Staff agent = desk.agent("cut off", SUPPORT);
        doomed.get(Agents.class).connected(agent, "a socket");
        doomed.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        var since = desk.now().minusSeconds(100);
        long lost = desk.waiting(SUPPORT, 0, since);
        long later = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(50));
        desk.get(Offers.class).accept(agent, conversation(lost));
        LeaseKeeper survivor = desk.get(LeaseKeeper.class);

        desk.clock.advance(Duration.ofSeconds(29));
        survivor.keep();
        assertThat(status(lost)).isEqualTo("open");

        desk.clock.advance(Duration.ofSeconds(2));
        survivor.keep();
        assertThat(status(lost)).isEqualTo("waiting");
        assertThat(desk.get(Queues.class).places(TestDesk.COMPANY, SUPPORT))
                .extracting(QueuePlace::conversationId)
                .containsExactly(lost, later);
        Caller.Staff other = available("other", SUPPORT);
        awaitOffer(other, lost);
    }

    @Tag("ROU-2")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void nobody_holds_more_than_the_capacity_and_room_is_used_at_once(Kind kind) throws Exception {
        open(kind);
        Caller.Staff agent = available("busy", SUPPORT);
        long[] conversations = new long[6];
        for (int i = 0; i < 6; i++)
            conversations[i] = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(60 - i));
        for (int i = 0; i < 4; i++) desk.get(Offers.class).accept(agent, conversation(conversations[i]));
        assertThatThrownBy(() -> desk.get(Offers.class).accept(agent, conversation(conversations[4])))
                .isInstanceOf(Refused.class);

        desk.get(OwnTransaction.class)
                .run(() -> desk.get(Lifecycle.class).close(conversations[0], Author.of(agent), "agent"));
        awaitOffer(agent, conversations[4]);
        assertThat(offered(agent, conversations[5])).isFalse();
    }

    @Tag("ROU-4")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void whoever_takes_it_ends_the_colleagues_offer(Kind kind) throws Exception {
        open(kind);
        Caller.Staff asked = available("asked", SUPPORT);
        long waiting = desk.waiting(SUPPORT);
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        awaitOffer(asked, waiting);
        Caller.Staff quick = desk.agent("quick", SUPPORT);

        desk.get(Offers.class).accept(quick, conversation(waiting));

        assertThat(desk.ask("select outcome from offer where conversation_id = ?", waiting))
                .isEqualTo("taken");
        assertThatThrownBy(() -> desk.get(Offers.class).accept(asked, conversation(waiting)))
                .isInstanceOf(Refused.class);
        assertThat(desk.ask("select agent_id from conversation where id = ?", waiting))
                .isEqualTo(quick.accountId());
    }

    @Tag("ROU-3")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_offer_of_a_conversation_that_ended_is_taken_back(Kind kind) throws Exception {
        open(kind);
        Caller.Staff agent = available("asked", SUPPORT);
        long waiting = desk.waiting(SUPPORT);
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        awaitOffer(agent, waiting);

        desk.get(OwnTransaction.class).run(() -> desk.get(Lifecycle.class).close(waiting, Author.SYSTEM, "visitor"));

        desk.await("withdrawn", () -> !offered(agent, waiting));
        assertThat(desk.ask("select outcome from offer where conversation_id = ?", waiting))
                .isEqualTo("withdrawn");
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_transfer_needs_room_and_a_connection(Kind kind) throws Exception {
        open(kind);
        Caller.Staff from = available("from", SUPPORT);
        long held = desk.waiting(SUPPORT);
        desk.get(Offers.class).accept(from, conversation(held));
        Caller.Staff gone = desk.agent("gone", SALES);
        Caller.Staff to = available("to", SALES);

        assertThatThrownBy(() -> desk.get(Transfers.class).toAgent(from, conversation(held), gone.publicId(), null))
                .isInstanceOf(Refused.class);
        desk.get(Transfers.class).toAgent(from, conversation(held), to.publicId(), "yours");
        assertThat(desk.ask("select agent_id from conversation where id = ?", held))
                .isEqualTo(to.accountId());
        // as a note: a colleague finds it, no query of a visitor can
        assertThat(desk.ask("select body from note where conversation_id = ?", held))
                .isEqualTo("yours");

        desk.get(Transfers.class).toDepartment(to, conversation(held), "department-1", null);
        awaitOffer(from, held);
    }
}
