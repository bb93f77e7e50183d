package dev.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audit.domain.AuditEntry;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-4")
class AuditLogIT {
    private TestDesk desk;
    private Caller.Staff ann;
    private Caller.Staff ben;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        ann = desk.colleague("Ann", Role.OWNER).from("192.0.2.7");
        ben = desk.colleague("Ben", Role.ADMINISTRATOR);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_change_is_kept_with_who_when_where_and_only_what_differs(TestDatabase.Kind kind) throws Exception {
        open(kind);

        record(
                ann,
                "Sales",
                json("name", "Sails").add("archived", false).build(),
                json("name", "Sales").add("archived", false).build());

        AuditView only = search(AuditFilter.ALL).items().get(0);
        assertThat(only.actorName()).isEqualTo("Ann");
        assertThat(only.address()).isEqualTo("192.0.2.7");
        assertThat(only.at()).isEqualTo(desk.now());
        assertThat(only.before()).isEqualTo(json("name", "Sails").build());
        assertThat(only.after()).isEqualTo(json("name", "Sales").build());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_changes_nothing_is_not_kept_and_what_is_rolled_back_neither(TestDatabase.Kind kind) throws Exception {
        open(kind);
        JsonObject same = json("name", "Sales").build();

        record(ann, "Sales", same, same);
        assertThatThrownBy(() -> desk.get(OwnTransaction.class).run(() -> {
                    desk.get(AuditTrail.class).record(ann, subject("Sales"), null, same);
                    throw new Invalid("no");
                }))
                .isInstanceOf(Invalid.class);

        assertThat(search(AuditFilter.ALL).items()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void it_is_searched_by_person_kind_and_word_page_by_page(TestDatabase.Kind kind) throws Exception {
        open(kind);
        for (int i = 1; i <= 5; i++)
            record(ann, "Number " + i, null, json("name", "Number " + i).build());
        record(ben, "100%", null, json("name", "100%").build());

        AuditPage first = search(AuditFilter.ALL, null, 4);
        AuditPage second = search(AuditFilter.ALL, first.next(), 4);

        assertThat(first.items())
                .extracting(AuditView::subjectName)
                .containsExactly("100%", "Number 5", "Number 4", "Number 3");
        assertThat(second.items()).extracting(AuditView::subjectName).containsExactly("Number 2", "Number 1");
        assertThat(second.next()).isNull();
        assertThat(search(new AuditFilter(ben.publicId(), null, null, null, null))
                        .items())
                .hasSize(1);
        assertThat(search(new AuditFilter(null, AuditKind.PERSON, null, null, null))
                        .items())
                .isEmpty();
        assertThat(search(new AuditFilter(null, null, "NUMBER 3", null, null)).items())
                .hasSize(1);
        assertThat(search(new AuditFilter(null, null, "0%", null, null)).items())
                .hasSize(1);
        assertThat(search(new AuditFilter(null, null, "_", null, null)).items()).isEmpty();
        assertThat(search(new AuditFilter(null, null, null, desk.now().plusSeconds(1), null))
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> search(AuditFilter.ALL, "Anowhere", 4)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobody_changes_or_deletes_an_entry(TestDatabase.Kind kind) throws Exception {
        open(kind);
        record(ann, "Sales", null, json("name", "Sales").build());

        assertThatThrownBy(() -> desk.get(OwnTransaction.class).run(() -> {
                    EntityManager em = desk.get(EntityManager.class);
                    em.remove(em.createQuery("select e from AuditEntry e", AuditEntry.class)
                            .getSingleResult());
                    em.flush();
                }))
                .hasStackTraceContaining("append-only");
        if (kind == TestDatabase.Kind.POSTGRESQL) {
            for (String sql : List.of("delete from audit_entry", "update audit_entry set actor_name = 'Nobody'")) {
                assertThatThrownBy(() -> desk.change(sql)).hasStackTraceContaining("append-only");
            }
        }
        assertThat(search(AuditFilter.ALL).items()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_administrators_read_it(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff supervisor = desk.colleague("Sue", Role.SUPERVISOR);

        assertThatThrownBy(() -> desk.get(AuditLog.class).search(supervisor, AuditFilter.ALL, null, 10))
                .isInstanceOf(Forbidden.class);
    }

    private void record(Caller.Staff by, String name, JsonObject before, JsonObject after) {
        desk.get(OwnTransaction.class).run(() -> desk.get(AuditTrail.class).record(by, subject(name), before, after));
    }

    private static AuditSubject subject(String name) {
        return new AuditSubject(AuditKind.DEPARTMENT, "d", name);
    }

    private AuditPage search(AuditFilter filter) {
        return search(filter, null, 50);
    }

    private AuditPage search(AuditFilter filter, String cursor, int limit) {
        return desk.get(AuditLog.class).search(ann, filter, cursor, limit);
    }

    private static jakarta.json.JsonObjectBuilder json(String name, String value) {
        return Json.createObjectBuilder().add(name, value);
    }
}
