package dev.parley.web.socket.live;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.parley.agent.AgentEvent;
import dev.parley.company.Availability;
import dev.parley.company.Departments;
import dev.parley.company.DepartmentsChanged;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.web.socket.frame.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Pushes to open widgets whether somebody can be reached, whenever the answer changes. The answer itself is computed when asked and kept
 * nowhere; only what was last told is remembered, so that nobody is told twice.
 */
@ApplicationScoped
public class AvailabilityNews {
    @Inject
    private LiveSessions sessions;

    @Inject
    private Sites sites;

    @Inject
    private Departments departments;

    @Inject
    private Availability availability;

    @Inject
    private Workers workers;

    private final Map<Long, String> told = new ConcurrentHashMap<>();
    private final Map<Long, AtomicBoolean> asked = new ConcurrentHashMap<>();

    /** Many changes at once are one question. */
    void changed(@Observes(during = AFTER_SUCCESS) AgentEvent e) {
        ask(e.companyId());
    }

    void changed(@Observes(during = AFTER_SUCCESS) DepartmentsChanged e) {
        ask(e.companyId());
    }

    private void ask(long companyId) {
        var waiting = asked.computeIfAbsent(companyId, id -> new AtomicBoolean());
        if (waiting.compareAndSet(false, true)) {
            workers.execute(() -> {
                waiting.set(false);
                tell(companyId);
            });
        }
    }

    private void tell(long companyId) {
        Set<Long> open = availability.openDepartments(companyId);
        for (SiteView site : sites.of(companyId)) {
            String frame = frame(site, open);
            if (frame.equals(told.put(site.id(), frame))) continue;
            sessions.ofSite(site.id()).forEach(session -> session.send(frame));
        }
    }

    private String frame(SiteView site, Set<Long> open) {
        var list = departments.of(site.companyId());
        boolean any = list.stream().anyMatch(d -> open.contains(d.id()));
        return JsonText.frame("availability")
                .with("site", site.siteKey())
                .with("open", any)
                .with("reason", any ? "available" : "no-agent")
                .list(
                        "departments",
                        list.stream()
                                .map(d -> JsonText.object()
                                        .with("id", d.publicId())
                                        .with("name", d.name())
                                        .with("open", open.contains(d.id())))
                                .toList())
                .toString();
    }
}
