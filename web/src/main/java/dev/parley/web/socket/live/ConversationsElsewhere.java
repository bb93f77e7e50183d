package dev.parley.web.socket.live;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent.ConversationOpened;
import dev.parley.conversation.ConversationEvent.Mentioned;
import dev.parley.conversation.ConversationEvent.MentionsSeen;
import dev.parley.conversation.ConversationEvent.NoteWritten;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Following;
import dev.parley.conversation.InHand;
import dev.parley.shared.Caller;
import dev.parley.visitor.VisitorEvent.VisitorChanged;
import dev.parley.visitor.Visitors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What other nodes' changes of conversations mean to those who follow them on this one. */
@ApplicationScoped
public class ConversationsElsewhere {
    /** So many conversations are looked at in one go; where more are followed they take turns. */
    private static final int AT_ONCE = 5_000;

    private static final Set<HintKind> TAKEN = EnumSet.of(HintKind.ASSIGNED, HintKind.JOINED, HintKind.TRANSFERRED);

    @Inject
    private LiveSessions sessions;

    @Inject
    private GivenUp givenUp;

    @Inject
    private Conversations conversations;

    @Inject
    private Following following;

    @Inject
    private Visitors visitors;

    @Inject
    private ConversationNews news;

    @Inject
    private VisitorNews visitorNews;

    private volatile long lookedUpTo;

    void stored(Hint hint) {
        stored(hint.conversation(), hint.seq());
    }

    private boolean stored(long conversationId, long seq) {
        boolean found = false;
        for (LiveSession session : sessions.following(conversationId)) {
            Cursor cursor = session.cursor(conversationId);
            if (cursor != null && cursor.elsewhere(seq)) found = true;
        }
        return found;
    }

    /** It was opened, or went from hand to hand. */
    void turned(Hint hint) {
        boolean opened = hint.kind() == HintKind.OPENED;
        if (opened ? nobody(hint) && sessions.ofVisitor(hint.person()).isEmpty() : nobody(hint)) return;
        ConversationView view = conversations.view(Caller.DESK, hint.company(), hint.conversation());
        if (opened) {
            news.opened(new ConversationOpened(
                    hint.company(), hint.conversation(), view.id(), hint.department(), hint.person(), view.origin()));
            return;
        }
        conversations.missed(hint.conversation(), view.id(), hint.seq() - 1, 1).stream()
                .map(line -> new Turn(hint, line))
                .forEach(turn -> turn.tell(news));
        if (hint.person() != 0 && TAKEN.contains(hint.kind()))
            givenUp.check(hint.company(), hint.person(), hint.conversation());
    }

    private boolean nobody(Hint hint) {
        return sessions.agents(hint.company()).isEmpty()
                && sessions.following(hint.conversation()).isEmpty();
    }

    void standing(Hint hint) {
        if (nobody(hint)) return;
        news.colleagues(hint.company(), hint.conversation(), hint.department(), Author.SYSTEM);
    }

    void noted(Hint hint) {
        if (sessions.agents(hint.company()).isEmpty()) return;
        if (hint.kind() == HintKind.SEEN) {
            news.seen(new MentionsSeen(hint.company(), hint.conversation(), hint.word(), hint.person()));
            return;
        }
        following.note(hint.company(), hint.word()).ifPresent(note -> {
            if (hint.kind() == HintKind.NOTED) {
                news.noted(new NoteWritten(hint.company(), hint.conversation(), note, null));
            } else {
                news.mentioned(new Mentioned(hint.company(), hint.conversation(), hint.person(), note));
            }
        });
    }

    void read(Hint hint) {
        if (sessions.following(hint.conversation()).isEmpty()) return;
        following.mark(hint.company(), hint.conversation(), hint.word()).ifPresent(news::read);
    }

    void typing(Hint hint) {
        Collection<LiveSession> told = sessions.following(hint.conversation());
        if (told.isEmpty()) return;
        boolean visitor = hint.person() == 1;
        following.author(hint.company(), visitor, hint.word()).ifPresent(by -> {
            for (LiveSession session : told) {
                Cursor cursor = session.cursor(hint.conversation());
                if (cursor == null || Author.of(session.caller()).id().equals(by.id())) continue;
                session.send(Frames.typing(cursor.conversation(), hint.seq() == 1, by, null));
            }
        });
    }

    void visitor(Hint hint) {
        boolean here = !sessions.ofVisitor(hint.person()).isEmpty();
        if (!here && sessions.agents(hint.company()).isEmpty()) return;
        visitors.caller(hint.company(), hint.person()).ifPresent(who -> visitorNews.changed(new VisitorChanged(who)));
    }

    /** Looks whether all that is followed here was told, and whether agents follow what they have in hand. @return whether not */
    boolean look() {
        boolean found = false;
        Map<Long, Long> companies = companies();
        for (var head : following.heads(turn(companies.keySet())).entrySet()) {
            if (!stored(head.getKey(), head.getValue())) continue;
            found = true;
            news.again(companies.get(head.getKey()), head.getKey());
        }
        return follow() || found;
    }

    private List<Long> turn(Set<Long> followed) {
        if (followed.size() <= AT_ONCE) return List.copyOf(followed);
        List<Long> ordered = followed.stream().sorted().toList();
        int from = (int) ordered.stream().takeWhile(key -> key <= lookedUpTo).count() % ordered.size();
        List<Long> some = ordered.subList(from, Math.min(ordered.size(), from + AT_ONCE));
        lookedUpTo = some.get(some.size() - 1);
        return some;
    }

    /** The company of each conversation that is followed here. */
    private Map<Long, Long> companies() {
        return sessions.all().stream()
                .flatMap(session -> session.followed().stream()
                        .map(cursor -> Map.entry(cursor.conversationId(), session.companyId())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    private boolean follow() {
        Set<Long> accounts =
                sessions.agents().stream().map(ConversationsElsewhere::account).collect(Collectors.toSet());
        if (accounts.isEmpty()) return false;
        List<InHand> held = following.inHand(accounts);
        List<InHand> missing =
                held.stream().filter(each -> !unfollowed(each).isEmpty()).toList();
        for (InHand each : missing) {
            for (LiveSession session : unfollowed(each)) {
                sessions.follow(session, each.conversationId(), each.conversation(), each.lastSeq() - 1)
                        .elsewhere(each.lastSeq());
            }
            news.again(each.companyId(), each.conversationId());
        }
        held.forEach(this::mark);
        // who gave it up while we looked was told to leave before it followed
        Set<InHand> followed = Set.copyOf(missing);
        boolean found = givenUp.look(held.stream()
                .filter(each -> !followed.contains(each))
                .collect(Collectors.groupingBy(
                        InHand::accountId, Collectors.mapping(InHand::conversationId, Collectors.toSet()))));
        return found || !missing.isEmpty();
    }

    private void mark(InHand each) {
        sessions.ofAgent(each.companyId(), each.accountId()).forEach(session -> {
            Cursor cursor = session.cursor(each.conversationId());
            if (cursor != null) cursor.inHand(true);
        });
    }

    private List<LiveSession> unfollowed(InHand each) {
        return sessions.ofAgent(each.companyId(), each.accountId())
                .filter(session -> session.isWelcomed() && session.cursor(each.conversationId()) == null)
                .toList();
    }

    private static long account(LiveSession session) {
        return session.caller() instanceof Caller.Staff staff ? staff.accountId() : 0;
    }
}
