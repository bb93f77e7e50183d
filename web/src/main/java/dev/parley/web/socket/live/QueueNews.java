package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.routing.RoutingEvent.QueueMoved;
import dev.parley.routing.WaitRange;
import dev.parley.routing.Waits;
import dev.parley.routing.Waits.Expected;
import dev.parley.web.socket.frame.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells everybody who waits the own place and how long it will take, when the queue moves and when only the time goes on. What is said is
 * computed anew each time; only what was said last is remembered, so that nobody is told the same twice by the clock. A queue is looked at
 * by one at a time, so that nobody hears of an older place after a newer one; whoever comes meanwhile has it looked at once more.
 */
@ApplicationScoped
public class QueueNews {
    private static final Logger LOG = Logger.getLogger(QueueNews.class.getName());

    @Inject
    private LiveSessions sessions;

    @Inject
    private Waits waits;

    @Inject
    private Workers workers;

    /** What was said last in each queue somebody waits in, by conversation. */
    private final Map<Queue, Map<Long, String>> told = new ConcurrentHashMap<>();

    /** Those that are to be looked at, and those whose visitors are told whether or not it is the same. */
    private final Set<Queue> asked = ConcurrentHashMap.newKeySet();

    private final Set<Queue> moved = ConcurrentHashMap.newKeySet();
    private final Map<Queue, ReentrantLock> turns = new ConcurrentHashMap<>();

    private record Queue(long companyId, long departmentId) {}

    void moved(@Observes(during = AFTER_SUCCESS) QueueMoved e) {
        soon(new Queue(e.companyId(), e.departmentId()), true);
    }

    /** Every few seconds: agents come, go and get room, and a standstill makes the range wider. */
    public void tick() {
        told.keySet().forEach(queue -> soon(queue, false));
    }

    /** A visitor comes back to what waits already: it is told at once what was told last. */
    void greet(LiveSession session, long conversationId) {
        for (Map<Long, String> queue : told.values()) {
            String frame = queue.get(conversationId);
            if (frame == null) continue;
            session.send(frame);
            return;
        }
        // another node tells that queue, or nobody yet
        waits.queueOf(session.companyId(), conversationId)
                .ifPresent(department -> soon(new Queue(session.companyId(), department), true));
    }

    private void soon(Queue queue, boolean hasMoved) {
        if (hasMoved) moved.add(queue);
        if (!asked.add(queue)) return;
        try {
            workers.execute(() -> look(queue));
        } catch (RejectedExecutionException e) {
            asked.remove(queue);
            leaveToTheClock(queue, e);
        }
    }

    private void look(Queue queue) {
        ReentrantLock turn = turns.computeIfAbsent(queue, q -> new ReentrantLock());
        turn.lock();
        try {
            asked.remove(queue);
            tell(queue, moved.remove(queue));
        } catch (RuntimeException e) {
            leaveToTheClock(queue, e);
        } finally {
            turn.unlock();
        }
    }

    /** Too much to do, or the database is away: nobody has been told, so everybody is with the next tick. */
    private void leaveToTheClock(Queue queue, RuntimeException why) {
        told.put(queue, Map.of());
        LOG.log(Level.WARNING, "a queue could not be looked at; tried again shortly", why);
    }

    private void tell(Queue queue, boolean anew) {
        List<Expected> expected = waits.of(queue.companyId(), queue.departmentId());
        Map<Long, String> before = anew ? Map.of() : told.getOrDefault(queue, Map.of());
        var now = new HashMap<Long, String>();
        for (Expected each : expected) {
            String frame = frame(each);
            now.put(each.place().conversationId(), frame);
            if (frame.equals(before.get(each.place().conversationId()))) continue;
            sessions.ofVisitor(each.place().visitorId()).forEach(session -> session.send(frame));
        }
        if (now.isEmpty()) told.remove(queue);
        else told.put(queue, now);
    }

    private static String frame(Expected expected) {
        JsonText frame = JsonText.frame("queue")
                .with("conversation", expected.place().conversation())
                .with("position", expected.place().position());
        WaitRange wait = expected.range();
        if (wait != null) frame.with("wait", ToldWait.exact(wait));
        return frame.toString();
    }
}
