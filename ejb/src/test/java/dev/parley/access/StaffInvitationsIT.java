package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditView;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Forbidden;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-1")
@Tag("COM-3")
class StaffInvitationsIT {
    private static final NewPassword PASSWORD = new NewPassword("correct horse battery");
    private static final String JOINED =
            "select count(*) from department_member m join account a on a.id = m.account_id where a.email like '%@example.com' and a.name <> 'Ada'";
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");

    private TestDesk desk;
    private Caller.Staff admin;
    private StaffInvitations invitations;
    private MailedLinks mailed;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_invited_person_chooses_name_and_password_and_is_signed_in_once(TestDatabase.Kind kind) throws Exception {
        open(kind);
        InvitationView invited = invitations.invite(admin, draft("New@Example.com", Role.AGENT, null));
        String token = mailed.token();

        assertThat(invited.email()).isEqualTo("new@example.com");
        assertThat(invitations.invited(token)).isEqualTo("new@example.com");
        assertThat(invitations.waiting(admin)).containsExactly(invited);
        assertThatThrownBy(() -> join(token, " ")).isInstanceOf(Invalid.class);
        SignedIn signedIn = join(token, "Nora New");

        assertThat(signedIn.account().name()).isEqualTo("Nora New");
        assertThat(signedIn.caller().role()).isEqualTo(HeldRole.of(Role.AGENT));
        assertThat(invitations.waiting(admin)).isEmpty();
        assertThatThrownBy(() -> join(token, "Again")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> invitations.invite(admin, draft("new@example.com", Role.AGENT, null)))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_answers_belongs_to_the_department_where_there_is_only_one(TestDatabase.Kind kind) throws Exception {
        open(kind);
        invite("two@example.com");
        join(mailed.token(), "There are two");
        assertThat(desk.count(JOINED)).isZero();

        desk.change("update department set archived_at = current_timestamp where id = 2");
        invite("new@example.com");
        join(mailed.token(), "Nora New");
        invitations.invite(admin, draft("words@example.com", Role.EDITOR, null));
        join(mailed.token(), "Edda Editor");
        assertThat(desk.count(JOINED)).isEqualTo(1);
        assertThat(desk.count(JOINED + " and a.email = 'new@example.com' and m.department_id = 1"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_database_holds_no_token_only_its_digest(TestDatabase.Kind kind) throws Exception {
        open(kind);
        invite("new@example.com");
        String token = mailed.token();

        assertThat(desk.ask("select token_hash from one_time_link")).isEqualTo(Digests.sha256(token));
        assertThat((String) desk.ask("select content from outbox")).doesNotContain(token);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_second_invitation_makes_the_first_void_and_each_ends_after_seven_days(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        InvitationView invited = invite("new@example.com");
        String first = mailed.token();
        invitations.invite(admin, draft("new@example.com", Role.EDITOR, "Nora"));
        String second = mailed.token();
        invitations.again(admin, invited.id(), Locale.GERMAN);
        String third = mailed.token();

        assertThatThrownBy(() -> join(first, "Nora")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> join(second, "Nora")).isInstanceOf(NotFound.class);
        assertThat(invitations.waiting(admin))
                .extracting(InvitationView::role)
                .containsExactly(HeldRole.of(Role.EDITOR));
        desk.clock.advance(Duration.ofDays(7));
        assertThatThrownBy(() -> join(third, "Nora")).isInstanceOf(NotFound.class);
        assertThat(desk.count("select count(*) from account where email = 'new@example.com'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_withdrawn_invitation_opens_nothing_and_leaves_nothing_but_the_log(TestDatabase.Kind kind) throws Exception {
        open(kind);
        InvitationView invited = invite("new@example.com");
        String token = mailed.token();

        desk.get(Deactivations.class).deactivate(admin, invited.id());

        assertThatThrownBy(() -> join(token, "Nora")).isInstanceOf(NotFound.class);
        assertThat(invitations.waiting(admin)).isEmpty();
        assertThat(desk.count("select count(*) from account where email = 'new@example.com'"))
                .isZero();
        assertThat(log(AuditKind.INVITATION))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.actorName()).isEqualTo("Ada"));
        assertThat(log(AuditKind.INVITATION).get(0).after()).isNull();
        invite("new@example.com");
        assertThat(invitations.waiting(admin)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_comes_is_in_the_log_and_no_token_is(TestDatabase.Kind kind) throws Exception {
        open(kind);
        invite("new@example.com");
        String token = mailed.token();
        join(token, "Nora New");

        assertThat(log(AuditKind.PERSON)).singleElement().satisfies(entry -> {
            assertThat(entry.actorName()).isEqualTo("Nora New");
            assertThat(entry.before().getString("state")).isEqualTo("invited");
            assertThat(entry.after().getString("state")).isEqualTo("active");
        });
        assertThat(desk.count("select count(*) from audit_entry where after_json like ?", "%" + token + "%"))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_administrators_invite_and_only_owners_make_owners(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff agent = desk.agent("Ann", 1);

        assertThatThrownBy(() -> invitations.invite(agent, draft("new@example.com", Role.AGENT, null)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> invitations.waiting(agent)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> invitations.invite(admin, draft("new@example.com", Role.OWNER, null)))
                .isInstanceOf(Forbidden.class);
        Caller.Staff owner = desk.colleague("Olga", Role.OWNER, 1);
        InvitationView second = invitations.invite(owner, draft("owner@example.com", Role.OWNER, null));
        assertThatThrownBy(() -> invitations.invite(admin, draft("owner@example.com", Role.AGENT, null)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> invitations.again(admin, second.id(), Locale.ENGLISH))
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-5")
    void what_is_no_plain_address_gets_no_mail(TestDatabase.Kind kind) throws Exception {
        open(kind);

        for (String none : List.of(
                "",
                "x",
                "a@b",
                "a b@c.example",
                "a@b.example\r\nBcc: x@y.example",
                "a@b.example\nBcc: x@y.example",
                "<a@b.example>",
                "a@b.example,c@d.example",
                "a@b.example;c@d.example",
                "\"a\"@b.example",
                "a@b.example\u0000"))
            assertThatThrownBy(() -> invite(none)).as(none).isInstanceOf(Invalid.class);
        assertThat(mailed.count()).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-5")
    void a_company_cannot_flood_others_with_invitations(TestDatabase.Kind kind) throws Exception {
        open(kind);
        InvitationView invited = invite("new@example.com");

        for (int i = 1; i < 60; i++) invitations.again(admin, invited.id(), Locale.ENGLISH);

        assertThatThrownBy(() -> invitations.again(admin, invited.id(), Locale.ENGLISH))
                .isInstanceOf(RateLimited.class);
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        admin = desk.colleague("Ada", Role.ADMINISTRATOR, 1);
        invitations = desk.get(StaffInvitations.class);
        mailed = new MailedLinks(desk);
    }

    private static InvitationDraft draft(String email, Role role, String name) {
        return new InvitationDraft(email, role == null ? null : role.wire(), name, Locale.ENGLISH);
    }

    private InvitationView invite(String email) {
        return invitations.invite(admin, draft(email, Role.AGENT, null));
    }

    private SignedIn join(String token, String name) {
        return invitations.join(Caller.NOBODY, token, name, PASSWORD, SignInKind.API, HERE);
    }

    private List<AuditView> log(AuditKind kind) {
        return desk.get(AuditLog.class)
                .search(admin, new AuditFilter(null, kind, null, null, null), null, 50)
                .items();
    }
}
