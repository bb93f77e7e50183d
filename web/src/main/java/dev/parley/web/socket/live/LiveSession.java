package dev.parley.web.socket.live;

import dev.parley.conversation.Admission;
import dev.parley.conversation.SendOrder;
import dev.parley.shared.Caller;
import dev.parley.shared.HeldRole;
import dev.parley.shared.TooLarge;
import dev.parley.visitor.VisitorDetails;
import dev.parley.web.socket.transport.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** One signed-in socket: who it is, what it follows, what it may write into. */
public final class LiveSession {
    /** What one session may follow at a time. */
    static final int MAX_FOLLOWED = 2_000;

    private volatile Caller caller;
    private final Connection connection;
    private final Consumer<Cursor> replay;
    private final Set<Long> departments;
    private final Instant endsAt;
    private final Map<Long, Cursor> cursors = new ConcurrentHashMap<>(4);
    private final Map<String, Cursor> byPublicId = new ConcurrentHashMap<>(4);
    private final Map<String, SendOrder> orders = new ConcurrentHashMap<>(4);
    /** Up to which seq the session was told what it follows no longer; at most as many as it may follow. */
    private final Map<Long, Long> left = new ConcurrentHashMap<>(4);
    /** Where a visitor is who has not talked yet; kept here only, until it does. */
    private final AtomicReference<VisitorDetails> page = new AtomicReference<>();

    private final OffersTold offers = new OffersTold();
    private volatile boolean welcomed;

    /** @param departments keys of the agent's departments; empty for visitors @param endsAt when its sign-in ends, or null */
    LiveSession(Caller caller, Connection connection, Consumer<Cursor> replay, Set<Long> departments, Instant endsAt) {
        this.caller = caller;
        this.connection = connection;
        this.replay = replay;
        this.departments = Set.copyOf(departments);
        this.endsAt = endsAt;
    }

    public Caller caller() {
        return caller;
    }

    /** Its visitor, who is the same one, has another name now. */
    void callNow(Caller.Visitor same) {
        caller = same;
    }

    /** Its colleague is allowed something else now; what is still heard is judged by that. */
    void allowNow(HeldRole role) {
        if (caller instanceof Caller.Staff staff) caller = staff.with(role);
    }

    /** The welcome is sent, and what is followed goes on from there. */
    void welcomed() {
        welcomed = true;
    }

    /** Before that it is decided what is followed, and from where: no look at the database may. */
    boolean isWelcomed() {
        return welcomed;
    }

    public Connection connection() {
        return connection;
    }

    /** A visitor who has not talked yet is on this page. */
    void remember(VisitorDetails where) {
        page.set(where);
    }

    /** The page that was remembered last, once; or null. */
    VisitorDetails takePage() {
        return page.getAndSet(null);
    }

    /** What an agent was told is held out. */
    OffersTold offers() {
        return offers;
    }

    long companyId() {
        return caller instanceof Caller.Visitor visitor
                ? visitor.companyId()
                : caller.requireStaff().companyId();
    }

    boolean isVisitor() {
        return caller instanceof Caller.Visitor;
    }

    boolean isIn(long departmentId) {
        return departments.contains(departmentId);
    }

    boolean hasEnded(Instant now) {
        return endsAt != null && now.isAfter(endsAt);
    }

    void send(String frame) {
        connection.send(frame);
    }

    /**
     * Begins to follow, known up to {@code told} or, if that is further, to where the session left it; keeps an older cursor. An agent whose
     * conversation went back to the queue may send an old message again: its receipt must not tell anew what came after it.
     *
     * @throws TooLarge beyond what one session may follow
     */
    Cursor follow(long conversationId, String conversation, long told) {
        long known = Math.max(told, left.getOrDefault(conversationId, 0L));
        return keep(new Cursor(conversationId, conversation, known, connection, replay));
    }

    /** As {@link #follow}, but nothing is told before {@link Cursor#release()}. @param head the last seq there is */
    Cursor followHeld(long conversationId, String conversation, long told, long head) {
        return keep(new Cursor(conversationId, conversation, Math.min(told, head), connection, replay).held(head));
    }

    private Cursor keep(Cursor fresh) {
        Cursor known = cursors.putIfAbsent(fresh.conversationId(), fresh);
        if (known != null) return known;
        if (cursors.size() > MAX_FOLLOWED) {
            cursors.remove(fresh.conversationId());
            throw new TooLarge("One socket follows at most 2,000 conversations.");
        }
        byPublicId.put(fresh.conversation(), fresh);
        return fresh;
    }

    void unfollow(long conversationId) {
        Cursor gone = cursors.remove(conversationId);
        if (gone == null) return;
        byPublicId.remove(gone.conversation());
        orders.remove(gone.conversation());
        long told = gone.leave();
        if (left.size() < MAX_FOLLOWED || left.containsKey(conversationId)) left.put(conversationId, told);
    }

    /** Null where the session does not follow it. */
    Cursor cursor(long conversationId) {
        return cursors.get(conversationId);
    }

    /** Null where the session does not follow it. */
    Cursor cursor(String conversation) {
        return byPublicId.get(conversation);
    }

    Collection<Cursor> followed() {
        return cursors.values();
    }

    /** In which order the session's messages to a conversation are stored; kept for those it follows. */
    SendOrder order(String conversation) {
        return conversation == null || !byPublicId.containsKey(conversation)
                ? new SendOrder()
                : orders.computeIfAbsent(conversation, id -> new SendOrder());
    }

    void admit(Admission admission) {
        if (admission != null) order(admission.conversation()).admit(admission);
    }
}
