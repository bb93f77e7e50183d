package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.routing.OfferOutcome;
import dev.parley.routing.OfferView;
import dev.parley.routing.OfferView.Named;
import dev.parley.routing.Offers;
import dev.parley.routing.StandingOffer;
import dev.parley.shared.Caller;
import dev.parley.shared.Role;
import dev.parley.web.socket.transport.RecordingConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a look at the database tells, also where it comes between. */
@Tag("ROU-13")
class OfferBoardTest {
    private static final long COMPANY = 1;
    private static final long ANNA = 101;
    private static final long BEN = 102;
    private static final Instant NOW = Instant.parse("2026-11-29T08:00:00Z");

    private final LiveSessions sessions = new LiveSessions();
    private final OfferBoard board = new OfferBoard();
    private final List<StandingOffer> standing = new ArrayList<>();
    private final Set<Long> failing = new HashSet<>();
    private final List<String> toAnna = new ArrayList<>();
    private final List<String> toBen = new ArrayList<>();
    private List<StandingOffer> reallyStanding = standing;
    private OfferOutcome outcome;

    @BeforeEach
    void open() {
        board.sessions = sessions;
        board.frames = new OfferFrames(Clock.fixed(NOW, ZoneOffset.UTC));
        board.offers = new Offers() {
            @Override
            public List<StandingOffer> standing(Collection<Long> accounts) {
                return standing;
            }

            @Override
            public List<OfferView> open(Caller caller) {
                long account = caller.requireStaff().accountId();
                if (failing.contains(account)) throw new IllegalStateException("the database is away");
                return reallyStanding.stream()
                        .filter(offer -> offer.accountId() == account)
                        .map(OfferBoardTest::view)
                        .toList();
            }

            @Override
            public Optional<OfferOutcome> outcome(Caller caller, String conversation) {
                return Optional.ofNullable(outcome);
            }
        };
        arrive(ANNA, toAnna);
        arrive(BEN, toBen);
    }

    @Test
    void an_offer_that_could_not_be_told_is_told_by_the_next_look_and_keeps_nobody_else_from_theirs() {
        standing.add(offer(ANNA, "c1", 30));
        standing.add(offer(BEN, "c2", 30));
        failing.addAll(Set.of(ANNA, BEN));
        look();
        assertThat(toAnna).isEmpty();
        assertThat(toBen).isEmpty();

        failing.remove(BEN);
        look();
        assertThat(toAnna).isEmpty();
        assertThat(toBen).singleElement().asString().contains("\"conversation\":\"c2\"");

        failing.clear();
        look();
        look();
        assertThat(toAnna).singleElement().asString().contains("\"type\":\"offer\"");
        assertThat(toBen).hasSize(1);
    }

    @Test
    void an_end_says_how_it_was_and_that_it_is_there_no_longer_where_nobody_knows() {
        standing.add(offer(ANNA, "c1", 30));
        look();
        standing.clear();
        outcome = OfferOutcome.DECLINED;
        look();
        assertThat(toAnna).last().asString().contains("offerEnded").contains(OfferOutcome.DECLINED.wire());

        standing.add(offer(ANNA, "c1", 60));
        look();
        standing.clear();
        outcome = null;
        look();
        assertThat(toAnna).last().asString().contains("offerEnded").contains(OfferOutcome.WITHDRAWN.wire());
        look();
        assertThat(toAnna).hasSize(4);
    }

    @Test
    void an_end_is_not_told_of_what_is_held_out_again_since_the_look() {
        standing.add(offer(ANNA, "c1", 30));
        look();
        standing.clear();
        reallyStanding = List.of(offer(ANNA, "c1", 60));
        look();
        assertThat(toAnna).hasSize(1);

        standing.addAll(reallyStanding);
        look();

        assertThat(toAnna).hasSize(2).allMatch(frame -> frame.contains("\"type\":\"offer\""));
    }

    private void look() {
        board.look(List.of(ANNA, BEN));
    }

    private void arrive(long account, List<String> heard) {
        Caller caller = new Caller.Staff(COMPANY, account, "a" + account, "name", Role.AGENT, 0);
        sessions.add(new LiveSession(caller, new RecordingConnection(heard), cursor -> {}, Set.of(), null));
    }

    private static StandingOffer offer(long account, String conversation, int seconds) {
        return new StandingOffer(COMPANY, account, conversation, NOW.plusSeconds(seconds));
    }

    private static OfferView view(StandingOffer offer) {
        return new OfferView(
                offer.conversation(),
                new Named("v1", "Mia"),
                new Named("d1", "Support"),
                "Hello",
                NOW,
                offer.expiresAt());
    }
}
