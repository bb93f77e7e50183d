package dev.parley.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.conversation.Following;
import dev.parley.conversation.OfVisitor;
import dev.parley.conversation.TakesPart;
import dev.parley.conversation.WaitsIn;
import dev.parley.conversation.persistence.FollowedRows;
import dev.parley.routing.OfferOutcome;
import dev.parley.routing.Offers;
import dev.parley.routing.QueueDrain;
import dev.parley.routing.StandingOffer;
import dev.parley.shared.Caller;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this node's news are to the others, and what these find when they look there. */
@Tag("ROU-13")
class NewsHintsIT {
    private static final long SUPPORT = 1;

    private final List<Hint> told = new CopyOnWriteArrayList<>();
    private TestDesk desk;
    private Caller.Staff anna;
    private Caller.Staff ben;

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void an_offer_is_a_hint_and_stands_in_the_database_until_it_ends(Kind kind) throws Exception {
        open(kind);
        Offers offers = desk.get(Offers.class);
        long conversation = offeredToAnna();

        assertThat(told).contains(hint(HintKind.OFFERS).person(anna.accountId()));
        assertThat(offers.standing(List.of(anna.accountId(), ben.accountId())))
                .containsExactly(new StandingOffer(
                        TestDesk.COMPANY,
                        anna.accountId(),
                        name(conversation),
                        offers.open(anna).get(0).expiresAt()));
        assertThat(offers.outcome(anna, name(conversation))).isEmpty();

        told.clear();
        offers.decline(anna, name(conversation));

        assertThat(told).contains(hint(HintKind.OFFERS).person(anna.accountId()));
        assertThat(offers.outcome(anna, name(conversation))).contains(OfferOutcome.DECLINED);
        assertThat(offers.outcome(ben, name(conversation))).isEmpty();

        desk.change(
                "insert into offer (id, company_id, conversation_id, account_id, offered_at, expires_at)"
                        + " select max(id) + 1000000, company_id, conversation_id, account_id, max(offered_at), max(expires_at)"
                        + " from offer where conversation_id = ? group by company_id, conversation_id, account_id",
                conversation);
        assertThat(offers.outcome(anna, name(conversation)))
                .as("the last one stands, however one before it ended")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void who_accepts_is_a_hint_with_the_row_that_says_so_and_has_it_in_hand(Kind kind) throws Exception {
        open(kind);
        Following following = desk.get(Following.class);
        long conversation = offeredToAnna();
        var waits = new WaitsIn(TestDesk.COMPANY, conversation, SUPPORT);
        assertThat(following.inHand(List.of(anna.accountId()))).isEmpty();
        assertThat(following.waiting(List.of(TestDesk.COMPANY), 10)).contains(waits);
        assertThat(following.waiting(List.of(TestDesk.COMPANY + 1), 10)).isEmpty();
        assertThat(following.takingPart(List.of(conversation)))
                .containsExactly(new TakesPart(conversation, null, false));

        desk.get(Offers.class).accept(anna, name(conversation));

        assertThat(told)
                .contains(hint(HintKind.ASSIGNED)
                        .conversation(conversation)
                        .person(anna.accountId())
                        .department(SUPPORT)
                        .seq(1));
        assertThat(following.inHand(List.of(anna.accountId(), ben.accountId())))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.accountId()).isEqualTo(anna.accountId());
                    assertThat(each.conversation()).isEqualTo(name(conversation));
                    assertThat(each.lastSeq()).isEqualTo(1);
                });
        assertThat(following.waiting(List.of(TestDesk.COMPANY), 10)).doesNotContain(waits);
        assertThat(following.takingPart(List.of(conversation)))
                .containsExactly(new TakesPart(conversation, anna.accountId(), false));
        var visitor = ((Number) desk.ask("select visitor_id from conversation where id = ?", conversation)).longValue();
        assertThat(following.ofVisitors(List.of(visitor), desk.now().plusSeconds(60)))
                .containsExactly(new OfVisitor(visitor, conversation, name(conversation), 1));
        assertThat(following.ofVisitors(List.of(visitor), desk.now().minusSeconds(3_600)))
                .isEmpty();
        assertThat(following.heads(List.of(conversation, 1L)))
                .containsOnlyKeys(conversation)
                .containsValue(1L);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void presence_is_a_hint_and_what_was_rolled_back_is_none(Kind kind) throws Exception {
        open(kind);

        desk.get(Agents.class).setPresence(anna, Presence.AWAY, "lunch");

        assertThat(told).containsExactly(hint(HintKind.PRESENCE).person(anna.accountId()), hint(HintKind.AVAILABILITY));
        assertThat(desk.get(Agents.class)
                        .presence(TestDesk.COMPANY, anna.accountId())
                        .reason())
                .isEqualTo("lunch");

        told.clear();
        desk.get(Agents.class).setPresence(anna, Presence.AWAY, "lunch");
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void people_and_their_marks_are_found_in_their_own_company_only(Kind kind) throws Exception {
        open(kind);
        Following following = desk.get(Following.class);
        long conversation = desk.waiting(SUPPORT);
        desk.change(
                "insert into read_mark (conversation_id, company_id, reader, reader_kind, delivered_seq, read_seq)"
                        + " values (?, ?, ?, 'agent', 5, 3)",
                conversation,
                TestDesk.COMPANY,
                anna.publicId());

        var mark =
                following.mark(TestDesk.COMPANY, conversation, anna.publicId()).orElseThrow();
        assertThat(mark.conversation()).isEqualTo(name(conversation));
        assertThat(mark.reader().name()).isEqualTo("Anna");
        assertThat(List.of(mark.deliveredSeq(), mark.readSeq())).containsExactly(5L, 3L);
        assertThat(following.author(TestDesk.COMPANY, false, anna.publicId()))
                .hasValueSatisfying(by -> assertThat(by.kind()).isEqualTo("agent"));
        assertThat(following.author(TestDesk.COMPANY, true, anna.publicId())).isEmpty();
        long stranger = TestDesk.COMPANY + 1;
        assertThat(following.mark(stranger, conversation, anna.publicId())).isEmpty();
        assertThat(following.author(stranger, false, anna.publicId())).isEmpty();
        assertThat(following.note(stranger, "note")).isEmpty();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        anna = desk.agent("Anna", SUPPORT);
        ben = desk.agent("Ben", SUPPORT);
        desk.provide(Cluster.class, new Cluster() {
            @Override
            public void tell(Hint hint) {
                told.add(hint);
            }
        });
        desk.get(NewsHints.class);
        desk.get(FollowedRows.class);
    }

    private long offeredToAnna() {
        desk.get(Agents.class).connected(anna, "socket");
        desk.get(Agents.class).setPresence(anna, Presence.AVAILABLE, null);
        long conversation = desk.waiting(SUPPORT);
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        desk.await("an offer", () -> !desk.get(Offers.class).open(anna).isEmpty());
        // told after the commit that the offer was seen of
        desk.await("that it is told", () -> told.contains(hint(HintKind.OFFERS).person(anna.accountId())));
        return conversation;
    }

    private static String name(long conversation) {
        return "conversation-" + conversation;
    }

    private static Hint hint(HintKind kind) {
        return Hint.of(kind, TestDesk.COMPANY);
    }
}
