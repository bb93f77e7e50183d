package dev.parley.web.socket.live;

import dev.parley.agent.AgentEvent.PresenceChanged;
import dev.parley.agent.Agents;
import dev.parley.agent.PresenceView;
import dev.parley.cluster.Hint;
import dev.parley.shared.Caller;
import dev.parley.sla.Measure;
import dev.parley.sla.TargetEvent.TargetMissed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What other nodes' changes mean to the colleagues who are connected to this one. */
@ApplicationScoped
public class StaffElsewhere {
    @Inject
    private LiveSessions sessions;

    @Inject
    private Agents agents;

    @Inject
    private StaffNews news;

    @Inject
    private TargetNews targets;

    /** What each company's people said when they were looked at last, by public id. */
    private final Map<Long, Map<String, Said>> looked = new ConcurrentHashMap<>();

    private record Said(String status, String reason) {
        static Said of(PresenceView view) {
            return new Said(view.status().wire(), view.reason());
        }
    }

    void presence(Hint hint) {
        if (sessions.agents(hint.company()).isEmpty()) return;
        tell(hint.company(), hint.person(), agents.presence(hint.company(), hint.person()));
    }

    private void tell(long company, long account, PresenceView view) {
        news.presence(new PresenceChanged(company, account, view.agent(), view.status(), view.reason()));
    }

    void changed(Hint hint) {
        news.look(Set.of(hint.person()));
    }

    void overdue(Hint hint) {
        if (sessions.agents(hint.company()).isEmpty()) return;
        targets.missed(new TargetMissed(
                hint.company(),
                hint.conversation(),
                hint.department(),
                hint.person() == 0 ? null : hint.person(),
                Measure.of(hint.word()),
                Instant.ofEpochMilli(hint.seq())));
    }

    /** Tells whose presence is another than at the last look; what was told meanwhile comes twice. @return whether a socket was closed */
    boolean look() {
        Set<Long> companies = sessions.companies();
        looked.keySet().retainAll(companies);
        for (long company : companies) {
            var now = new HashMap<String, Said>();
            Map<String, Said> before = looked.get(company);
            for (PresenceView view : agents.presences(company)) {
                Said said = Said.of(view);
                now.put(view.agent(), said);
                if (before != null && !said.equals(before.get(view.agent()))) tell(company, 0, view);
            }
            looked.put(company, now);
        }
        return news.look(sessions.agents().stream()
                .map(session -> ((Caller.Staff) session.caller()).accountId())
                .collect(Collectors.toSet()));
    }
}
