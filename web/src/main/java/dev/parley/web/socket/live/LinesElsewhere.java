package dev.parley.web.socket.live;

import dev.parley.conversation.Author;
import dev.parley.conversation.Following;
import dev.parley.conversation.OfVisitor;
import dev.parley.conversation.WaitsIn;
import dev.parley.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Conversations that began, waited or were taken on another node, of which no hint told: for colleagues and for the visitor's other tabs. */
@ApplicationScoped
public class LinesElsewhere {
    /** So much that waits is looked at; beyond it only what is there is told, not what has gone. */
    private static final int MOST = 5_000;
    /** So many conversations are told at a look, each of which is a question. */
    private static final int TOLD_AT_ONCE = 200;
    /** So many visitors are looked at; where more are here they take turns. */
    private static final int VISITORS_AT_ONCE = 5_000;
    /** Who has just opened one is told by the answer. */
    private static final Duration JUST_OPENED = Duration.ofSeconds(2);

    @Inject
    LiveSessions sessions;

    @Inject
    Following following;

    @Inject
    ConversationNews news;

    @Inject
    WaitingTold told;

    @Inject
    Clock clock;

    private volatile long visitorsUpTo;

    /** @return whether there was something */
    boolean look() {
        boolean waiting = waiting();
        return visitors() || waiting;
    }

    private boolean waiting() {
        Set<Long> companies = sessions.companies();
        if (companies.isEmpty()) return false;
        List<WaitsIn> rows = following.waiting(companies, MOST);
        List<WaitsIn> missed = told.compare(companies, rows, rows.size() < MOST, TOLD_AT_ONCE);
        boolean found = false;
        for (WaitsIn each : missed) {
            if (sessions.inDepartment(each.companyId(), each.departmentId())
                    .findAny()
                    .isEmpty()) continue;
            found = true;
            news.colleagues(each.companyId(), each.conversationId(), each.departmentId(), Author.SYSTEM);
        }
        return found;
    }

    private boolean visitors() {
        List<Long> some = turn();
        if (some.isEmpty()) return false;
        boolean found = false;
        for (OfVisitor each : following.ofVisitors(some, clock.instant().minus(JUST_OPENED))) {
            for (LiveSession session : sessions.ofVisitor(each.visitorId())) {
                if (!session.isWelcomed() || session.cursor(each.conversationId()) != null) continue;
                found = true;
                sessions.follow(session, each.conversationId(), each.conversation(), 0)
                        .elsewhere(each.lastSeq());
                news.again(session, each.conversationId());
            }
        }
        return found;
    }

    private List<Long> turn() {
        List<Long> here = sessions.all().stream()
                .filter(LiveSession::isVisitor)
                .map(session -> ((Caller.Visitor) session.caller()).visitorId())
                .collect(Collectors.toSet())
                .stream()
                .sorted()
                .toList();
        if (here.size() <= VISITORS_AT_ONCE) return here;
        int from = (int) here.stream().takeWhile(key -> key <= visitorsUpTo).count() % here.size();
        List<Long> some = here.subList(from, Math.min(here.size(), from + VISITORS_AT_ONCE));
        visitorsUpTo = some.get(some.size() - 1);
        return some;
    }
}
