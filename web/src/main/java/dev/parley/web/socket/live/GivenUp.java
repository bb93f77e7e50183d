package dev.parley.web.socket.live;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Following;
import dev.parley.conversation.TakesPart;
import dev.parley.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends the following of what agents gave up on another node, where no hint said so or one that came before its turn. Only of what is followed
 * because it was in hand: who opened a conversation to look at it goes on.
 */
@ApplicationScoped
public class GivenUp {
    @Inject
    LiveSessions sessions;

    @Inject
    Following following;

    @Inject
    Conversations conversations;

    @Inject
    Viewers viewers;

    @Inject
    ConversationNews news;

    private record Held(LiveSession session, long account, Cursor cursor) {}

    /** The agent was said to have it in hand; hints of two nodes may come in another order than what they speak of. */
    void check(long company, long account, long conversation) {
        unfollow(sessions.ofAgent(company, account)
                .flatMap(GivenUp::held)
                .filter(held -> held.cursor().conversationId() == conversation)
                .toList());
    }

    /**
     * Looks at what is followed as in hand and is not among these.
     *
     * @param open the conversations that each account has in hand and that are open
     * @return whether something was given up
     */
    boolean look(Map<Long, Set<Long>> open) {
        return unfollow(sessions.agents().stream()
                .filter(LiveSession::isWelcomed)
                .flatMap(GivenUp::held)
                .filter(held -> !open.getOrDefault(held.account(), Set.of())
                        .contains(held.cursor().conversationId()))
                .toList());
    }

    private static Stream<Held> held(LiveSession session) {
        if (!(session.caller() instanceof Caller.Staff staff)) return Stream.of();
        return session.followed().stream()
                .filter(Cursor::inHand)
                .map(cursor -> new Held(session, staff.accountId(), cursor));
    }

    private boolean unfollow(Collection<Held> suspected) {
        if (suspected.isEmpty()) return false;
        Map<Long, List<TakesPart>> parts = following
                .takingPart(suspected.stream()
                        .map(held -> held.cursor().conversationId())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(TakesPart::conversationId));
        var gone = new ArrayList<Held>();
        for (Held held : suspected) {
            List<TakesPart> those = parts.getOrDefault(held.cursor().conversationId(), List.of());
            if (those.stream().noneMatch(part -> Long.valueOf(held.account()).equals(part.accountId()))) gone.add(held);
            // whoever gets it again is told that
            else if (those.get(0).closed()) held.cursor().inHand(false);
        }
        gone.forEach(this::unfollow);
        return !gone.isEmpty();
    }

    private void unfollow(Held held) {
        LiveSession session = held.session();
        long conversation = held.cursor().conversationId();
        // left meanwhile, and followed anew to look at it
        if (session.cursor(conversation) != held.cursor()) return;
        news.again(session, conversation);
        if (viewers.has(session, conversation) && conversations.maySee(session.caller(), conversation)) {
            held.cursor().inHand(false);
            return;
        }
        viewers.leaves(session, conversation);
        sessions.unfollow(session, conversation);
    }
}
