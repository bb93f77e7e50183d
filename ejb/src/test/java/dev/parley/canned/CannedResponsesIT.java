package dev.parley.canned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("COM-5")
class CannedResponsesIT {
    private TestDesk desk;
    private Caller.Staff keeper;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        keeper = desk.colleague("Sue", Role.SUPERVISOR);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-4")
    void one_is_made_changed_and_withdrawn_and_the_log_knows(TestDatabase.Kind kind) throws Exception {
        open(kind);
        CannedView made = create(new CannedDraft(
                null,
                " /Hello ",
                null,
                "Hello {{visitor.name|there}},\r\nhow can I help?",
                Map.of("de", "Hallo!"),
                null));
        assertThat(made.shortcut()).isEqualTo("hello");
        assertThat(made.text()).isEqualTo("Hello {{visitor.name|there}},\nhow can I help?");

        CannedView changed = change(
                made.id(),
                new CannedDraft(
                        null,
                        "hi",
                        "department-1",
                        "Hi",
                        Map.of("DE", "Moin", "ar", "أهلا", "fr", " "),
                        made.version()));
        assertThat(changed.texts()).isEqualTo(Map.of("de", "Moin", "ar", "أهلا"));
        assertThat(changed.departmentName()).isEqualTo("Support");
        assertThat(all().items()).containsExactly(changed);

        in(() -> {
            door().withdraw(keeper, changed.id(), changed.version());
            return null;
        });
        assertThat(all().items()).isEmpty();
        assertThat(desk.count("select count(*) from canned_text")).isZero();
        assertThat(desk.count("select count(*) from audit_entry where kind = 'canned-response'"))
                .isEqualTo(3);
        assertThat(desk.count("select count(*) from audit_entry where subject_name = '/hi' and after_json like '%Moin%'"
                        + " and before_json like '%Hallo!%'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_slower_of_two_is_told_and_changes_nothing(TestDatabase.Kind kind) throws Exception {
        open(kind);
        CannedView made = create(draft("hello", "Hello"));
        CannedList read = all();
        change(made.id(), draft("hello", "Hello, you"));

        assertThatThrownBy(() ->
                        change(made.id(), new CannedDraft(null, "hello", null, "Good day", Map.of(), made.version())))
                .isInstanceOf(Outdated.class);
        assertThatThrownBy(() -> in(() -> door().replace(keeper, List.of(draft("bye", "Bye")), read.version())))
                .isInstanceOf(Outdated.class);
        assertThatThrownBy(() -> in(() -> {
                    door().withdraw(keeper, made.id(), made.version());
                    return null;
                }))
                .isInstanceOf(Outdated.class);
        assertThat(all().items()).extracting(CannedView::text).containsExactly("Hello, you");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void two_who_make_the_same_shortcut_at_once_get_one(TestDatabase.Kind kind) throws Exception {
        open(kind);
        var together = new CountDownLatch(2);
        var pool = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            made.add(pool.submit(() -> {
                together.countDown();
                together.await(10, TimeUnit.SECONDS);
                try {
                    create(draft("hello", "Hello"));
                    return true;
                } catch (Refused e) {
                    return false;
                }
            }));
        }
        assertThat(List.of(made.get(0).get(), made.get(1).get())).containsExactlyInAnyOrder(true, false);
        pool.shutdown();
        assertThat(all().items()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_whole_list_is_written_anew_and_shortcuts_can_be_exchanged(TestDatabase.Kind kind) throws Exception {
        open(kind);
        CannedView one = create(draft("one", "1"));
        CannedView two = create(draft("two", "2"));
        CannedView gone = create(draft("gone", "0"));

        long read = all().version();
        CannedList written = in(() -> door().replace(
                        keeper,
                        List.of(
                                new CannedDraft(one.id(), "two", null, "1", Map.of(), null),
                                new CannedDraft(two.id(), "one", null, "2", Map.of("de", "zwei"), null),
                                draft("three", "3")),
                        read));

        assertThat(written.items()).extracting(CannedView::shortcut).containsExactly("one", "three", "two");
        assertThat(written.items().get(0).id()).isEqualTo(two.id());
        assertThat(written.items().get(0).texts()).containsEntry("de", "zwei");
        assertThat(written.items()).extracting(CannedView::id).doesNotContain(gone.id());
        long entries = desk.count("select count(*) from audit_entry");
        CannedList again = in(() -> door().replace(
                        keeper,
                        written.items().stream()
                                .map(v -> new CannedDraft(
                                        v.id(), v.shortcut(), v.department(), v.text(), v.texts(), null))
                                .toList(),
                        null));
        assertThat(again.items()).as("nothing changed").isEqualTo(written.items());
        assertThat(desk.count("select count(*) from audit_entry")).isEqualTo(entries);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-2")
    @Tag("SEC-3")
    void what_does_not_fit_is_refused_and_nothing_of_it_kept(TestDatabase.Kind kind) throws Exception {
        open(kind);
        for (String shortcut : List.of("", "two words", "-x", "a/b", "x".repeat(41)))
            assertThatThrownBy(() -> create(draft(shortcut, "Hello")))
                    .as(shortcut)
                    .isInstanceOf(Invalid.class);
        for (String text : List.of(
                " ",
                "x".repeat(4001),
                "{{visitor.nmae}}",
                "Hello {{visitor.name",
                "{{}}",
                "{{ {{visitor.name}} }}",
                "a\0b"))
            assertThatThrownBy(() -> create(draft("hello", text))).as(text).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> create(new CannedDraft(null, "x", null, "x", Map.of("no tag", "y"), null)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> create(new CannedDraft(null, "x", "elsewhere", "x", Map.of(), null)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> in(() -> door().replace(keeper, List.of(draft("a", "1"), draft("A", "2")), null)))
                .isInstanceOf(Invalid.class);
        var many = IntStream.rangeClosed(0, CannedRules.MOST)
                .mapToObj(i -> draft("a" + i, "x"))
                .toList();
        assertThatThrownBy(() -> in(() -> door().replace(keeper, many, null))).isInstanceOf(Invalid.class);
        var long1 = IntStream.rangeClosed(0, CannedRules.MOST_TEXT / CannedRules.LONGEST_TEXT)
                .mapToObj(i -> draft("a" + i, "x".repeat(CannedRules.LONGEST_TEXT)))
                .toList();
        assertThatThrownBy(() -> in(() -> door().replace(keeper, long1, null))).isInstanceOf(Invalid.class);
        Caller.Staff agent = desk.agent("Ben");
        assertThatThrownBy(() -> in(() -> door().create(agent, draft("hello", "Hello"))))
                .isInstanceOf(Forbidden.class);
        assertThat(door().all(agent).items()).isEmpty();

        CannedView own = create(draft("hello", "Hello"));
        assertThatThrownBy(() -> create(draft("HELLO", "Hello"))).isInstanceOf(Refused.class);
        Caller.Staff foreign = new Caller.Staff(99, 1, "x", "Eve", Role.OWNER, 0);
        assertThatThrownBy(() -> door().get(foreign, own.id())).isInstanceOf(NotFound.class);
        assertThat(desk.count("select count(*) from audit_entry")).isEqualTo(1);
    }

    private static CannedDraft draft(String shortcut, String text) {
        return new CannedDraft(null, shortcut, null, text, Map.of(), null);
    }

    private CannedResponses door() {
        return desk.get(CannedResponses.class);
    }

    private CannedList all() {
        return in(() -> door().all(keeper));
    }

    private CannedView create(CannedDraft draft) {
        return in(() -> door().create(keeper, draft));
    }

    private CannedView change(String id, CannedDraft draft) {
        return in(() -> door().change(keeper, id, draft));
    }

    private <T> T in(Supplier<T> work) {
        return desk.get(OwnTransaction.class).call(work);
    }
}
