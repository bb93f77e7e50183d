package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.access.password.Passwords;
import dev.parley.access.totp.Totp;
import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditView;
import dev.parley.call.BindingRule;
import dev.parley.call.DeskPhones;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Companies;
import dev.parley.company.CompanyStanding;
import dev.parley.company.CompanySuspended;
import dev.parley.company.Suspensions;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.shared.Unauthorized;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import dev.parley.visitor.OpenedVisitor;
import dev.parley.visitor.VisitorDetails;
import dev.parley.visitor.Visitors;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody of a suspended company comes in, by whatever door, and everybody does again afterwards. Single sign-on: {@link SignOnsIT}. */
@Tag("SEC-1")
@Tag("SEC-3")
class SuspensionIT {
    private static final Caller OPERATOR = new Caller.Operator("192.0.2.9");
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");
    private static final String PASSWORD = "correct horse battery";

    private TestDesk desk;
    private Caller.Staff owner;

    private record Nothing(Optional<List<dev.parley.call.Binding>> change) implements BindingRule.Decision {}

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_right_password_opens_nothing_and_is_told_why_and_a_wrong_one_tells_nothing(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        suspend("The invoice of May is open.");

        assertThatThrownBy(() -> signIn(SignInKind.API, PASSWORD))
                .isInstanceOf(AccessSuspended.class)
                .hasMessageContaining("The invoice of May is open.");
        assertThatThrownBy(() -> signIn(SignInKind.PAGE, PASSWORD)).isInstanceOf(AccessSuspended.class);
        assertThatThrownBy(() -> signIn(SignInKind.PAGE, "wrong horse battery")).isInstanceOf(WrongSignIn.class);
        assertThat(desk.count("select count(*) from sign_in")).isZero();

        resume();
        assertThat(signIn(SignInKind.PAGE, PASSWORD).account().company()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void sign_ins_and_tokens_of_before_are_refused_on_every_node_and_good_again_afterwards(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String api = signIn(SignInKind.API, PASSWORD).token();
        String page = signIn(SignInKind.PAGE, PASSWORD).token();
        Caller.Staff there = signIns().authenticatePage(page).orElseThrow().caller();
        String socket = in(() -> signIns().openSocketToken(there, HERE)).token();
        var draft = new ApiTokenDraft("shop", Set.of(Scope.AUDIT_READ), Duration.ofDays(1));
        String token = in(() -> desk.get(ApiTokens.class).create(owner, draft)).token();
        suspend("unpaid");

        SignIns other = desk.node().get(SignIns.class);
        for (SignIns node : List.of(signIns(), other)) {
            refused(() -> node.authenticate(api));
            refused(() -> node.authenticate(socket));
            refused(() -> node.authenticatePage(page));
        }
        refused(() -> desk.get(ApiTokens.class).authenticate(token));
        assertThat(in(() -> signIns().authenticate("pa_unknown"))).isEmpty();

        resume();
        assertThat(in(() -> other.authenticate(api))).isPresent();
        assertThat(in(() -> other.authenticate(socket))).isPresent();
        assertThat(in(() -> other.authenticatePage(page))).isPresent();
        assertThat(in(() -> desk.get(ApiTokens.class).authenticate(token))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_invitation_lets_nobody_in_and_stays_good(TestDatabase.Kind kind) throws Exception {
        open(kind);
        var draft = new InvitationDraft("new@acme.example", "agent", null, Locale.ENGLISH);
        desk.get(StaffInvitations.class).invite(owner, draft);
        String link = new MailedLinks(desk).token();
        suspend("unpaid");

        assertThatThrownBy(() -> join(link)).isInstanceOf(AccessSuspended.class);
        assertThat(desk.count("select count(*) from account where email = 'new@acme.example' and active = false"))
                .isEqualTo(1);

        resume();
        assertThat(join(link).token()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_second_step_of_a_sign_in_lets_nobody_in_and_its_code_stays_good(TestDatabase.Kind kind) throws Exception {
        open(kind);
        SecondFactors factors = desk.get(SecondFactors.class);
        String secret = factors.prepare(owner, PASSWORD).secret();
        factors.switchOn(owner, Totp.code(secret, Totp.step(desk.now())));
        desk.clock.advance(Totp.STEP);
        String code = Totp.code(secret, Totp.step(desk.now()));
        CodeWanted first = catchThrowableOfType(CodeWanted.class, () -> signIn(SignInKind.PAGE, PASSWORD));
        suspend("unpaid");

        assertThatThrownBy(() -> finish(first.ticket(), code))
                .isInstanceOf(AccessSuspended.class)
                .hasMessageContaining("unpaid");
        assertThat(desk.count("select count(*) from sign_in")).isZero();

        resume();
        assertThat(finish(first.ticket(), code).token()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void visitors_are_refused_without_the_reason_and_known_again_afterwards(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Visitors visitors = desk.get(Visitors.class);
        OpenedVisitor vera = in(() -> arrive(null));
        suspend("unpaid");

        assertThatThrownBy(() -> in(() -> visitors.authenticate(vera.token(), "192.0.2.1")))
                .isInstanceOf(AccessSuspended.class)
                .hasMessageNotContaining("unpaid");
        refused(() -> arrive(vera.cookie()));
        refused(() -> arrive(null));
        assertThat(in(() -> visitors.authenticateCookie("acme", vera.cookie()))).isEmpty();
        assertThat(desk.count("select count(*) from visitor")).isEqualTo(1);

        resume();
        assertThat(in(() -> visitors.authenticate(vera.token(), "192.0.2.1"))).contains(vera.caller());
        assertThat(in(() -> arrive(vera.cookie())).caller()).isEqualTo(vera.caller());
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("VOX-3")
    void a_desk_phone_does_not_register_and_is_not_rung_and_keeps_its_bindings(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        DeskPhones phones = desk.get(DeskPhones.class);
        in(() -> phones.provision(owner, owner.publicId(), "1001", "parley-demo"));
        long phone = in(() -> phones.secret(Caller.DESK, "1001")).orElseThrow().phone();
        var binding = new dev.parley.call.Binding(
                "sip:a", "call", 1, 100, "udp", "127.0.0.1", 5062, desk.now().plusSeconds(600));
        in(() -> phones.register(Caller.DESK, phone, (current, now) -> new Nothing(Optional.of(List.of(binding)))));
        suspend("unpaid");

        refused(() -> phones.register(Caller.DESK, phone, (current, now) -> new Nothing(Optional.of(List.of()))));
        assertThat(in(() -> phones.reach(Caller.DESK, "1001"))).isEmpty();

        resume();
        assertThat(in(() -> phones.reach(Caller.DESK, "1001"))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void another_company_is_not_touched_and_only_that_one_is_listed(TestDatabase.Kind kind) throws Exception {
        open(kind);
        desk.change(
                "insert into company (id, public_id, name, demo, created_at) values (9, 'other', 'Other', false, ?)",
                desk.now());
        String page = signIn(SignInKind.PAGE, PASSWORD).token();
        in(() -> suspensions().suspend(OPERATOR, "other", "unpaid"));

        assertThat(in(() -> signIns().authenticatePage(page))).isPresent();
        assertThat(in(() -> suspensions().all())).containsExactly(9L);
        Companies.Page first = in(() -> desk.get(Companies.class).page(OPERATOR, null, 1));
        Companies.Page second = in(() -> desk.get(Companies.class).page(OPERATOR, first.next(), 1));
        CompanyStanding acme = first.items().get(0);
        assertThat(acme.sites()).containsExactly("acme");
        assertThat(acme.people()).isEqualTo(1);
        assertThat(acme.suspendedAt()).isNull();
        assertThat(second.items()).extracting(CompanyStanding::suspendedReason).containsExactly("unpaid");
        assertThat(second.next()).isNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_the_operator_suspends_and_says_why_of_a_company_that_there_is(TestDatabase.Kind kind) throws Exception {
        open(kind);

        assertThatThrownBy(() -> in(() -> suspensions().suspend(owner, "company", "why")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> in(() -> suspensions().suspend(Caller.NOBODY, "company", "why")))
                .isInstanceOf(Unauthorized.class);
        assertThatThrownBy(() -> in(() -> suspensions().resume(owner, "company")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> in(() -> desk.get(Companies.class).page(owner, null, 10)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> suspend(" ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> suspend("x".repeat(301))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> in(() -> suspensions().suspend(OPERATOR, "nowhere", "why")))
                .isInstanceOf(NotFound.class);
        assertThat(in(() -> suspensions().all())).isEmpty();
        assertThat(desk.news).noneMatch(CompanySuspended.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-4")
    void it_stands_in_the_companys_audit_log_and_is_told_after_the_commit(TestDatabase.Kind kind) throws Exception {
        open(kind);
        suspend("unpaid");
        suspend("unpaid");
        resume();
        resume();

        List<AuditView> entries = desk.get(AuditLog.class)
                .search(owner, new AuditFilter(null, AuditKind.SUSPENSION, null, null, null), null, 10)
                .items();
        assertThat(entries).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.actorName()).isEqualTo("Operator");
            assertThat(entry.address()).isEqualTo("192.0.2.9");
        });
        assertThat(entries.get(1).after().getString("reason")).isEqualTo("unpaid");
        assertThat(entries.get(0).after().getBoolean("suspended")).isFalse();
        assertThat(desk.news).contains(new CompanySuspended(TestDesk.COMPANY));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_signs_out_of_a_page_meanwhile_is_signed_out_for_good(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String api = signIn(SignInKind.API, PASSWORD).token();
        String page = signIn(SignInKind.PAGE, PASSWORD).token();
        Caller.Staff there = signIns().authenticatePage(page).orElseThrow().caller();
        String socket = in(() -> signIns().openSocketToken(there, HERE)).token();
        suspend("unpaid");

        for (String token : List.of(page, api, "pp_unknown"))
            desk.get(OwnTransaction.class).run(() -> signIns().endPage(token));

        resume();
        assertThat(in(() -> signIns().authenticatePage(page))).isEmpty();
        assertThat(in(() -> signIns().authenticate(socket))).isEmpty();
        assertThat(in(() -> signIns().authenticate(api))).as("no page's cookie").isPresent();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        AttemptsInTransactions.provide(desk);
        owner = desk.colleague("Ada", Role.OWNER, 1);
        String hash = desk.get(Passwords.class).hash(PASSWORD);
        desk.change("update account set email = 'owner@acme.example', password_hash = ?", hash);
    }

    private void suspend(String reason) {
        in(() -> suspensions().suspend(OPERATOR, "company", reason));
    }

    private void resume() {
        in(() -> suspensions().resume(OPERATOR, "company"));
    }

    private void refused(Supplier<?> call) {
        ThrowingCallable asked = () -> in(call);
        assertThatThrownBy(asked).isInstanceOf(AccessSuspended.class);
    }

    private SignedIn signIn(SignInKind kind, String password) {
        return signIns().signIn(Caller.NOBODY, "owner@acme.example", password, null, kind, HERE);
    }

    private SignedIn finish(String ticket, String code) {
        return signIns().finish(Caller.NOBODY, ticket, code, SignInKind.PAGE, HERE);
    }

    private SignedIn join(String link) {
        return desk.get(StaffInvitations.class)
                .join(Caller.NOBODY, link, "Nora", new NewPassword(PASSWORD), SignInKind.API, HERE);
    }

    private OpenedVisitor arrive(String cookie) {
        return desk.get(Visitors.class).open("acme", cookie, "192.0.2.1", VisitorDetails.NONE, List.of());
    }

    private SignIns signIns() {
        return desk.get(SignIns.class);
    }

    private Suspensions suspensions() {
        return desk.get(Suspensions.class);
    }

    /** As the container calls a door: in a transaction. */
    private <T> T in(Supplier<T> call) {
        return desk.get(OwnTransaction.class).call(call);
    }
}
