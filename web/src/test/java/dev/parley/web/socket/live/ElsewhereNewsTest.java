package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import dev.parley.routing.RoutingEvent.QueueMoved;
import dev.parley.shared.Caller;
import dev.parley.web.socket.transport.RecordingConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which hints cost this node a question, and whose thread. */
@Tag("ROU-13")
class ElsewhereNewsTest {
    private static final Hint OFFERS = Hint.of(HintKind.OFFERS, 1).person(101L);

    private final LiveSessions sessions = new LiveSessions();
    private final ElsewhereNews news = new ElsewhereNews();
    private final List<String> done = new ArrayList<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean full;

    @BeforeEach
    void open() {
        news.sessions = sessions;
        news.workers = new Workers() {
            @Override
            public void execute(Runnable task) {
                if (full) throw new RejectedExecutionException();
                waiting.add(task);
            }
        };
        news.queues = new QueueNews() {
            @Override
            void moved(QueueMoved e) {
                done.add("queue of " + e.companyId());
            }
        };
        news.offers = new OfferBoard() {
            @Override
            boolean look(Collection<Long> accounts) {
                done.add("offers of " + accounts);
                return false;
            }
        };
        news.availability = new AvailabilityNews() {
            @Override
            void elsewhere(long companyId) {
                done.add("availability of " + companyId);
            }
        };
        sessions.add(visitor());
    }

    @Test
    void a_queue_is_looked_at_where_a_visitor_of_the_company_is_here() {
        news.hinted(Hint.of(HintKind.QUEUE, 1).department(3));
        news.hinted(Hint.of(HintKind.QUEUE, 2).department(4));

        assertThat(done).containsExactly("queue of 1");
    }

    @Test
    void a_company_has_visitors_here_until_the_last_has_gone() {
        LiveSession first = sessions.all().get(0);
        LiveSession last = visitor();
        sessions.add(last);

        sessions.remove(first);
        assertThat(sessions.hasVisitors(1)).isTrue();
        sessions.remove(last);
        assertThat(sessions.hasVisitors(1)).isFalse();
    }

    @Test
    void what_may_be_asked_at_any_time_holds_nobody_up_and_waits_once() {
        news.hinted(OFFERS);
        news.hinted(OFFERS);
        assertThat(done).isEmpty();
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        assertThat(done).containsExactly("offers of [101]", "availability of 1");

        news.hinted(OFFERS);
        assertThat(waiting).as("it may be otherwise again").hasSize(1);
    }

    @Test
    void what_the_workers_did_not_take_is_asked_with_the_next_hint() {
        full = true;
        news.hinted(OFFERS);
        full = false;

        news.hinted(OFFERS);

        assertThat(waiting).hasSize(1);
    }

    private static LiveSession visitor() {
        Caller caller = new Caller.Visitor(1, 10, 1000, "v1", "Mia");
        return new LiveSession(caller, new RecordingConnection(new ArrayList<>()), cursor -> {}, Set.of(), null);
    }
}
