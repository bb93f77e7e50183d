package dev.parley.web.socket.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who has which conversation in front: each session one at most, so there are never more views than sockets. */
final class Views {
    private final Map<LiveSession, Long> bySession = new HashMap<>();
    private final Map<Long, Set<LiveSession>> byConversation = new HashMap<>();

    /** @param conversationId null for none @return the conversation that the session had in front until now, or null */
    synchronized Long put(LiveSession session, Long conversationId) {
        Long left = conversationId == null ? bySession.remove(session) : bySession.put(session, conversationId);
        if (left != null) {
            byConversation.computeIfPresent(
                    left, (id, viewing) -> viewing.remove(session) && viewing.isEmpty() ? null : viewing);
        }
        if (conversationId != null) {
            byConversation
                    .computeIfAbsent(conversationId, id -> new HashSet<>())
                    .add(session);
        }
        return left;
    }

    /** @return whether the session had that conversation in front; now it has none */
    synchronized boolean drop(LiveSession session, long conversationId) {
        if (!Long.valueOf(conversationId).equals(bySession.get(session))) return false;
        put(session, null);
        return true;
    }

    synchronized Set<LiveSession> of(long conversationId) {
        return Set.copyOf(byConversation.getOrDefault(conversationId, Set.of()));
    }
}
