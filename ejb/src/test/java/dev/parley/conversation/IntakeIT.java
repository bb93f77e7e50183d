package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.company.Availability;
import dev.parley.company.FormAnswer;
import dev.parley.company.SiteChanges;
import dev.parley.company.SiteDetails;
import dev.parley.company.SiteDraft;
import dev.parley.conversation.persistence.BatchWriter;
import dev.parley.conversation.persistence.GroupCommit;
import dev.parley.conversation.persistence.Post;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import jakarta.enterprise.inject.Instance;
import jakarta.json.Json;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No conversation begins without what its site asks, and what was answered stays with it: on the tables of both databases. */
@Tag("CHAT-22")
class IntakeIT {
    private static final String FORM = """
            {"consent": {"en": "I agree."}, "fields": [
              {"name": "email", "kind": "email", "required": true, "texts": {"en": {"label": "E-mail"}}},
              {"name": "topic", "kind": "choice", "texts": {"en": {"label": "Topic", "choices": ["Tents", "Boats"]},
                "de": {"label": "Thema", "choices": ["Zelte", "Boote"]}}}]}""";

    private TestDesk desk;
    private Caller.Staff owner;
    private Caller.Visitor visitor;
    private GroupCommit log;
    private int messages;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        owner = desk.colleague("Ann", Role.OWNER);
        log = new GroupCommit(
                new BatchWriter(desk.get(DataSource.class)), stored -> {}, Executors.defaultThreadFactory());
        desk.provide(MessageLog.class, new MessageLog() {
            @Override
            public CompletableFuture<Receipt> append(Post post) {
                return log.submit(post);
            }
        });
        desk.provide(Instance.class, stub(Instance.class, stub(Availability.class, true)));
        long first = desk.waiting(1);
        long key = desk.count("select visitor_id from conversation where id = ?", first);
        visitor = new Caller.Visitor(TestDesk.COMPANY, 1, key, "visitor-" + key, "Visitor");
        ask(FORM, null);
    }

    @AfterEach
    void close() throws Exception {
        if (log != null) log.close();
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void without_what_is_required_nothing_begins_and_with_it_the_answers_stay(TestDatabase.Kind kind) throws Exception {
        open(kind);
        long before = conversations();
        for (Map<String, String> form : List.of(
                Map.<String, String>of(),
                Map.of("email", "mia@example.org"),
                Map.of("consent", "true"),
                Map.of("email", "mia", "consent", "true"),
                Map.of("email", "mia@example.org", "consent", "true", "topic", "Cars"),
                Map.of("email", "mia@example.org", "consent", "true", "iban", "DE02")))
            assertThatThrownBy(() -> say(null, form)).as(form.toString()).isInstanceOf(Invalid.class);
        assertThat(conversations()).isEqualTo(before);
        assertThat(desk.ask("select email from visitor where id = ?", visitor.visitorId()))
                .as("nothing of what was refused")
                .isNull();

        String begun = say(null, Map.of("email", "mia@example.org", "consent", "true", "topic", "Boote"));

        assertThat(answers(begun))
                .containsExactly(
                        new FormAnswer("email", "email", "E-mail", "mia@example.org"),
                        new FormAnswer("topic", "choice", "Topic", "Boats"),
                        new FormAnswer("consent", "checkbox", "I agree.", "true"));
        assertThat(say(begun, Map.of())).as("asked once").isEqualTo(begun);
        Caller.Staff foreign = new Caller.Staff(99, 1, "x", "Eve", Role.OWNER, 0);
        assertThatThrownBy(() -> desk.get(Conversations.class).answers(foreign, begun))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.get(Conversations.class).answers(visitor, begun))
                .as("not for visitors")
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_conversation_that_goes_on_has_what_was_answered_as_far_as_it_is_still_asked(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String old = say(null, Map.of("email", "mia@example.org", "consent", "true", "topic", "Tents"));
        desk.change(
                "update conversation set status = 'closed', closed_at = ? where public_id = ?",
                desk.now().minus(Duration.ofDays(9)),
                old);

        String next = say(old, Map.of());
        assertThat(next).isNotEqualTo(old);
        assertThat(answers(next)).isEqualTo(answers(old));

        desk.change(
                "update conversation set status = 'closed', closed_at = ? where public_id = ?",
                desk.now().minus(Duration.ofDays(9)),
                next);
        ask("{\"consent\": {\"en\": \"I agree to more.\"}}", null);
        assertThatThrownBy(() -> say(next, Map.of()))
                .as("to that nobody has agreed")
                .isInstanceOf(Invalid.class);
        assertThat(say(next, Map.of("email", "mia@example.org", "consent", "true")))
                .isNotEqualTo(next);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_agreed_on_arrival_is_not_asked_again_until_the_text_is_another(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        desk.clock.advance(Duration.ofMinutes(1));
        desk.change("update visitor set consent_at = ? where id = ?", desk.now(), visitor.visitorId());
        String begun = say(null, Map.of("email", "mia@example.org"));
        assertThat(answers(begun)).extracting(FormAnswer::name).containsExactly("email", "consent");

        desk.clock.advance(Duration.ofMinutes(1));
        ask("{\"consent\": {\"en\": \"I agree to more.\"}}", null);
        assertThatThrownBy(() -> say(null, Map.of("email", "mia@example.org"))).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_department_may_be_chosen_in_the_form(TestDatabase.Kind kind) throws Exception {
        open(kind);
        var form = Map.of("email", "mia@example.org", "consent", "true", "department", "department-2");
        String begun = say(null, form);
        assertThat(desk.count("select department_id from conversation where public_id = ?", begun))
                .isEqualTo(2);
        assertThatThrownBy(() ->
                        say(null, Map.of("email", "mia@example.org", "consent", "true", "department", "department-9")))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-4")
    void a_change_of_the_form_is_in_the_audit_log_and_the_slower_of_two_is_told(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        SiteDetails seen = desk.get(SiteChanges.class).get(owner, "acme");
        ask("{\"department\": true}", seen.version());
        assertThatThrownBy(() -> ask("{\"department\": false}", seen.version())).isInstanceOf(Outdated.class);
        assertThat(desk.count("select count(*) from audit_entry where after_json = '{\"askDepartment\":true}'"))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from audit_entry where after_json like '%field email%email *%'"
                        + " and after_json like '%consent en%'"))
                .isEqualTo(1);
        ask("{\"fields\": [], \"consent\": {}, \"department\": false}", null);
        assertThat(desk.ask("select form from site where id = 1")).isEqualTo("{}");
        assertThat(answers(say(null, Map.of()))).isEmpty();
    }

    private void ask(String form, Long version) {
        var draft = new SiteDraft(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Json.createReader(new StringReader(form)).readObject(),
                null,
                version);
        desk.get(OwnTransaction.class).call(() -> desk.get(SiteChanges.class).change(owner, "acme", draft));
    }

    /** @return the conversation in which it stands */
    private String say(String conversation, Map<String, String> form) throws Exception {
        var draft = new Draft("m" + ++messages, conversation, null, "Hello", List.of(), null, null, form);
        var posted = desk.get(Posting.class).post(visitor, draft, new SendOrder());
        try {
            return posted.get(1, TimeUnit.MINUTES).receipt().conversation();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DeskException why ? why : e;
        }
    }

    private List<FormAnswer> answers(String conversation) {
        return desk.get(Conversations.class).answers(owner, conversation);
    }

    private long conversations() {
        return desk.count("select count(*) from conversation");
    }

    private static <T> T stub(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answer));
    }
}
