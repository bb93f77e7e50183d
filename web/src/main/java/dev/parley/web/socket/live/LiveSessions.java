package dev.parley.web.socket.live;

import dev.parley.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The sessions of this node, found by what they follow and by whom they are. A hint for pushing; nothing is decided by it. */
@ApplicationScoped
public class LiveSessions {
    private final Map<String, LiveSession> byConnection = new ConcurrentHashMap<>();
    private final Map<Long, Set<LiveSession>> byConversation = new ConcurrentHashMap<>();
    private final Map<Long, Set<LiveSession>> byVisitor = new ConcurrentHashMap<>();
    private final Map<Long, Set<LiveSession>> agentsByCompany = new ConcurrentHashMap<>();
    private final Map<Long, Set<LiveSession>> visitorsBySite = new ConcurrentHashMap<>();
    private final Map<Long, Set<LiveSession>> visitorsByCompany = new ConcurrentHashMap<>();

    void add(LiveSession session) {
        byConnection.put(session.connection().id(), session);
        if (session.caller() instanceof Caller.Visitor visitor) {
            put(byVisitor, visitor.visitorId(), session);
            put(visitorsBySite, visitor.siteId(), session);
            put(visitorsByCompany, visitor.companyId(), session);
        } else {
            put(agentsByCompany, session.companyId(), session);
        }
    }

    void remove(LiveSession session) {
        byConnection.remove(session.connection().id());
        session.followed().forEach(cursor -> drop(byConversation, cursor.conversationId(), session));
        if (session.caller() instanceof Caller.Visitor visitor) {
            drop(byVisitor, visitor.visitorId(), session);
            drop(visitorsBySite, visitor.siteId(), session);
            drop(visitorsByCompany, visitor.companyId(), session);
        } else {
            drop(agentsByCompany, session.companyId(), session);
        }
    }

    /** The session follows the conversation from behind {@code told}. */
    Cursor follow(LiveSession session, long conversationId, String conversation, long told) {
        return index(session, session.follow(conversationId, conversation, told));
    }

    /** As {@link #follow}, but nothing is told before {@link Cursor#release()}. */
    Cursor followHeld(LiveSession session, long conversationId, String conversation, long told, long head) {
        return index(session, session.followHeld(conversationId, conversation, told, head));
    }

    private Cursor index(LiveSession session, Cursor cursor) {
        put(byConversation, cursor.conversationId(), session);
        // closed in between: nobody else will take it out
        if (!byConnection.containsKey(session.connection().id()))
            drop(byConversation, cursor.conversationId(), session);
        return cursor;
    }

    void unfollow(LiveSession session, long conversationId) {
        session.unfollow(conversationId);
        drop(byConversation, conversationId, session);
    }

    /** Whether it is still there. */
    boolean has(LiveSession session) {
        return byConnection.containsKey(session.connection().id());
    }

    Collection<LiveSession> following(long conversationId) {
        return byConversation.getOrDefault(conversationId, Set.of());
    }

    Collection<LiveSession> ofVisitor(long visitorId) {
        return byVisitor.getOrDefault(visitorId, Set.of());
    }

    Collection<LiveSession> ofSite(long siteId) {
        return visitorsBySite.getOrDefault(siteId, Set.of());
    }

    /** Whether a visitor of the company is here. */
    boolean hasVisitors(long companyId) {
        return visitorsByCompany.containsKey(companyId);
    }

    /** Keys of the sites that have visitors here. */
    Set<Long> sites() {
        return Set.copyOf(visitorsBySite.keySet());
    }

    Collection<LiveSession> agents(long companyId) {
        return agentsByCompany.getOrDefault(companyId, Set.of());
    }

    Stream<LiveSession> ofAgent(long companyId, long accountId) {
        return agents(companyId).stream()
                .filter(s -> s.caller() instanceof Caller.Staff staff && staff.accountId() == accountId);
    }

    Stream<LiveSession> inDepartment(long companyId, long departmentId) {
        return agents(companyId).stream().filter(s -> s.isIn(departmentId));
    }

    List<LiveSession> all() {
        return List.copyOf(byConnection.values());
    }

    /** Keys of the conversations that somebody follows here. */
    Set<Long> conversations() {
        return Set.copyOf(byConversation.keySet());
    }

    /** The agents' sessions of all companies. */
    List<LiveSession> agents() {
        return agentsByCompany.values().stream().flatMap(Set::stream).toList();
    }

    /** Keys of the companies that have agents here. */
    Set<Long> companies() {
        return Set.copyOf(agentsByCompany.keySet());
    }

    /** How many sockets are signed in on this node, for the metrics. */
    public int count() {
        return byConnection.size();
    }

    private static <K> void put(Map<K, Set<LiveSession>> map, K key, LiveSession session) {
        map.compute(key, (k, set) -> {
            Set<LiveSession> sessions = set == null ? ConcurrentHashMap.newKeySet(2) : set;
            sessions.add(session);
            return sessions;
        });
    }

    private static <K> void drop(Map<K, Set<LiveSession>> map, K key, LiveSession session) {
        map.computeIfPresent(key, (k, set) -> {
            set.remove(session);
            return set.isEmpty() ? null : set;
        });
    }
}
