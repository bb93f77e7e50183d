package dev.parley.notification;

import dev.parley.conversation.Conversations;
import dev.parley.notification.persistence.Subscriptions;
import dev.parley.notification.push.Endpoints;
import dev.parley.notification.push.PushService;
import dev.parley.shared.BoundedWork;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells visitors who are not here that somebody answered. Two letters at a time leave, from a pool of their own, since a push service may
 * be slow and Payara's default executor does one task after the other. What cannot be queued is dropped: the answer itself waits in the
 * conversation.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class AnswerNotices {
    private static final Logger LOG = Logger.getLogger(AnswerNotices.class.getName());
    private static final int AT_ONCE = 2;
    private static final int BATCH = 100;

    private final Subscriptions subscriptions;
    private final Conversations conversations;
    private final PushKeys keys;
    private final Clock clock;

    @Resource
    private ManagedThreadFactory threads;

    private ThreadPoolExecutor pool;
    private BoundedWork<Answer> answers;
    private BoundedWork<Letter> letters;

    /** For the container. */
    public AnswerNotices() {
        this(null, null, null, null);
    }

    @Inject
    public AnswerNotices(Subscriptions subscriptions, Conversations conversations, PushKeys keys, Clock clock) {
        this.subscriptions = subscriptions;
        this.conversations = conversations;
        this.keys = keys;
        this.clock = clock;
    }

    /** A conversation in which somebody answered. */
    private record Answer(long companyId, long conversationId) {}

    @PostConstruct
    void open() {
        // one for the answers, which only ask the database
        pool = new ThreadPoolExecutor(
                AT_ONCE + 1, AT_ONCE + 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(BATCH), threads);
        pool.allowCoreThreadTimeOut(true);
        Endpoints endpoints = PushSettings.endpoints();
        var courier = new Courier(subscriptions, conversations, keys, new PushService(endpoints), endpoints, clock);
        letters = new BoundedWork<>(pool, AT_ONCE, courier::send);
        answers = new BoundedWork<>(pool, 1, this::address);
        if (PushSettings.contact().isPresent()) LOG.info("web push is on");
    }

    /**
     * Somebody of the company answered in a conversation, and its visitor is not here. Returns at once. @throws Forbidden if anybody but
     * the desk itself asks
     */
    public void answered(Caller caller, long companyId, long conversationId) {
        if (!(caller instanceof Caller.Desk)) throw new Forbidden("This is for the desk itself.");
        if (PushSettings.contact().isPresent()) answers.offer(new Answer(companyId, conversationId));
    }

    private void address(Answer answer) {
        String visitor = conversations
                .view(Caller.DESK, answer.companyId(), answer.conversationId())
                .visitor()
                .id();
        subscriptions
                .letters(answer.companyId(), visitor, answer.conversationId(), clock.instant())
                .forEach(letters::offer);
    }

    /** A timer whose method throws may be given up (Payara's max-redeliveries): it must not throw. */
    @Schedule(second = "*/15", minute = "*", hour = "*", persistent = false)
    void driveAgain() {
        if (PushSettings.contact().isEmpty()) return;
        try {
            subscriptions.due(clock.instant(), BATCH).forEach(letters::offer);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "notifications that wait could not be sent again, tried again later", e);
        }
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }
}
