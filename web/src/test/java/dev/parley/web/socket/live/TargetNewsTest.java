package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationStatus;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.ConversationView.Named;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Priority;
import dev.parley.shared.Caller;
import dev.parley.shared.Role;
import dev.parley.sla.Measure;
import dev.parley.sla.TargetEvent.TargetMissed;
import dev.parley.web.socket.transport.RecordingConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is told that a promise was not kept. */
@Tag("ROU-12")
class TargetNewsTest {
    private static final long COMPANY = 1;
    private static final long SUPPORT = 10;
    private static final long SALES = 11;
    private static final long ANNA = 101;
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Map<String, List<String>> told = new LinkedHashMap<>();
    private final LiveSessions sessions = new LiveSessions();
    private final TargetNews news = new TargetNews();

    @BeforeEach
    void open() {
        news.sessions = sessions;
        news.workers = new Workers() {
            @Override
            public void execute(Runnable task) {
                task.run();
            }
        };
        news.conversations = new Conversations() {
            @Override
            public ConversationView view(Caller caller, long companyId, long conversationId) {
                return waiting();
            }
        };
        arrive("anna", COMPANY, ANNA, Role.AGENT, SUPPORT);
        arrive("ben", COMPANY, 102, Role.AGENT, SUPPORT);
        arrive("of sales", COMPANY, 103, Role.AGENT, SALES);
        arrive("supervisor", COMPANY, 104, Role.SUPERVISOR);
        arrive("editor", COMPANY, 105, Role.EDITOR);
        arrive("of another company", 2, 201, Role.OWNER, SUPPORT);
    }

    @Test
    void where_it_waits_its_department_is_told_and_whoever_supervises() {
        news.missed(new TargetMissed(COMPANY, 7, SUPPORT, null, Measure.FIRST_RESPONSE, NOON));

        assertThat(heard()).containsExactly("anna", "ben", "supervisor");
        assertThat(told.get("anna").get(0))
                .isEqualTo("{\"type\":\"overdue\",\"conversation\":\"c7\",\"measure\":\"first-response\","
                        + "\"dueAt\":\"2026-11-28T12:00:00Z\",\"visitor\":{\"id\":\"v1\",\"name\":\"Mia\"},"
                        + "\"department\":{\"id\":\"d1\",\"name\":\"Support\"}}");
    }

    @Test
    void where_somebody_has_it_the_owner_is_told_and_no_other_agent() {
        news.missed(new TargetMissed(COMPANY, 7, SUPPORT, ANNA, Measure.RESOLUTION, NOON));

        assertThat(heard()).containsExactly("anna", "supervisor");
    }

    private List<String> heard() {
        return told.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void arrive(String name, long company, long account, Role role, Long... departments) {
        List<String> heard = new ArrayList<>();
        told.put(name, heard);
        Caller caller = new Caller.Staff(company, account, "a" + account, name, role, 0);
        sessions.add(new LiveSession(caller, new RecordingConnection(heard), cursor -> {}, Set.of(departments), null));
    }

    private static ConversationView waiting() {
        return new ConversationView(
                7,
                "c7",
                ConversationStatus.WAITING,
                "chat",
                new Named("d1", "Support"),
                new Named("v1", "Mia"),
                null,
                1,
                1,
                0,
                1,
                0,
                0,
                NOON,
                NOON,
                null,
                "Hello",
                NOON,
                null,
                null,
                List.of(),
                List.of(),
                Priority.NORMAL,
                null);
    }
}
