package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.access.TestProvider.Person;
import dev.parley.access.oidc.IdClaims;
import dev.parley.access.password.Passwords;
import dev.parley.access.totp.Totp;
import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Suspensions;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.shared.Unavailable;
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
@Tag("SEC-5")
class SignOnsIT {
    private static final String PASSWORD = "correct horse battery";
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");
    private static final Person ANN = new Person("sub-ann", "ann@acme.example", true, "Ann at the provider");

    private TestDesk desk;
    private TestProvider provider;
    private Caller.Staff owner;
    private Caller.Staff ann;
    private SignOns signOns;
    private String hash;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        provider.close();
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_first_time_by_the_verified_address_and_for_ever_by_the_subject(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);

        SignOnArrival.Welcome first = come(ANN);

        assertThat(first.signedIn().caller().accountId()).isEqualTo(ann.accountId());
        assertThat(first.signedIn().account().name()).isEqualTo("Ann");
        assertThat(first.next()).isEqualTo("/console?conversation=x");
        assertThat(desk.get(SignIns.class).authenticatePage(first.signedIn().token()))
                .isPresent();
        // another address, none that is verified: the subject is the same
        SignOnArrival.Welcome later = come(new Person("sub-ann", "married@elsewhere.example", false, null));
        assertThat(later.signedIn().caller().accountId()).isEqualTo(ann.accountId());
        // her address has become somebody else's at the provider
        refused(new Person("sub-other", "ann@acme.example", true, "Ann Other"));
        assertThat(log()).hasSize(3).allSatisfy(json -> assertThat(json).doesNotContain(TestProvider.SECRET));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_address_that_is_unverified_missing_or_of_another_domain_lets_nobody_in(TestDatabase.Kind kind)
            throws Exception {
        open(kind, Newcomers.AGENT);

        refused(new Person("sub-1", "ann@acme.example", false, null));
        refused(new Person("sub-2", "ann@acme.example", null, null));
        refused(new Person("sub-3", null, true, null));
        refused(new Person("sub-4", "ann@elsewhere.example", true, null));
        refused(new Person("sub-5", "ann@sub.acme.example", true, null));

        assertThat(desk.count("select count(*) from sign_on_identity")).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_account_of_another_company_is_out_of_reach(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.AGENT);
        SignOnReturn gerda = provider.signIn(begin(), new Person("sub-gerda", "gerda@acme.example", true, "Gerda"));
        other("gerda@acme.example", Role.AGENT);

        refused(gerda);

        assertThat(desk.count("select count(*) from account where email = 'gerda@acme.example'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_domain_of_which_another_company_has_people_by_now_leads_nowhere(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        rule(true, false, Newcomers.NOBODY);
        assertThatThrownBy(() -> password("ann@acme.example")).isInstanceOf(SignOnWanted.class);

        other("gerda@acme.example", Role.AGENT);

        assertThatThrownBy(this::begin).isInstanceOf(NotFound.class);
        // or nobody would get in at all
        assertThat(password("ann@acme.example")).isNotNull();
        assertThat(password("gerda@acme.example")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_is_deactivated_stays_out_before_and_after_the_first_time(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.AGENT);
        come(ANN);
        Caller.Staff bob = desk.agent("Bob", 1);
        desk.change("update account set email = 'bob@acme.example' where id = ?", bob.accountId());
        desk.get(Deactivations.class).deactivate(owner, ann.publicId());
        desk.get(Deactivations.class).deactivate(owner, bob.publicId());

        refused(ANN);
        refused(new Person("sub-bob", "bob@acme.example", true, "Bob"));
        desk.get(Deactivations.class).activate(owner, ann.publicId());

        // the subject of before opens nothing by itself: it begins anew, perhaps with another one
        refused(new Person("sub-ann", "married@elsewhere.example", false, null));
        Person anew = new Person("sub-new", "ann@acme.example", true, "Ann");
        assertThat(come(anew).signedIn().caller().accountId()).isEqualTo(ann.accountId());
        refused(ANN);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void somebody_new_comes_only_where_the_company_wants_it(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        Person eve = new Person("sub-eve", "Eve@Acme.example", true, "Eve New");
        refused(eve);
        rule(true, true, Newcomers.AGENT);

        SignedIn signedIn = come(eve).signedIn();

        assertThat(signedIn.account().email()).isEqualTo("eve@acme.example");
        assertThat(signedIn.account().name()).isEqualTo("Eve New");
        assertThat(signedIn.caller().role().is(Role.AGENT)).isTrue();
        assertThat(desk.count(
                        "select count(*) from department_member where account_id = ? and department_id = 1",
                        signedIn.caller().accountId()))
                .isEqualTo(1);
        assertThat(come(eve).signedIn().caller().accountId())
                .isEqualTo(signedIn.caller().accountId());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void somebody_who_was_invited_has_come_and_the_link_opens_nothing_more(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        var mailed = new MailedLinks(desk);
        desk.get(StaffInvitations.class)
                .invite(owner, new InvitationDraft("new@acme.example", "editor", null, Locale.ENGLISH));
        String token = mailed.token();

        SignedIn signedIn =
                come(new Person("sub-new", "new@acme.example", true, "Nora")).signedIn();

        assertThat(signedIn.caller().role().is(Role.EDITOR)).isTrue();
        assertThat(signedIn.account().name()).isEqualTo("Nora");
        assertThatThrownBy(() -> desk.get(StaffInvitations.class).invited(token))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_invitation_whose_time_is_over_lets_nobody_in(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.AGENT);
        Person nora = new Person("sub-new", "new@acme.example", true, "Nora");
        var invitation = new InvitationDraft("new@acme.example", "editor", null, Locale.ENGLISH);
        desk.get(StaffInvitations.class).invite(owner, invitation);
        desk.clock.advance(Duration.ofDays(7));

        refused(nora);
        desk.get(StaffInvitations.class).invite(owner, invitation);

        assertThat(come(nora).signedIn().caller().role().is(Role.EDITOR)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_one_browser_began_no_other_and_nobody_later_finishes(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        SignOnReturn mine = provider.signIn(begin(), ANN);
        SignOnReturn theirs = provider.signIn(begin(), ANN);

        over(said(null, mine.state(), mine.code(), null, null));
        over(said(theirs.ticket(), mine.state(), mine.code(), null, null));
        over(said("forged", mine.state(), mine.code(), null, null));
        // the code of one request in the other one
        refused(said(theirs.ticket(), theirs.state(), mine.code(), null, null));
        refused(said(theirs.ticket(), theirs.state(), theirs.code(), "https://evil.example", null));
        refused(said(theirs.ticket(), theirs.state(), null, null, "access_denied"));
        SignOnReturn late = provider.signIn(begin(), ANN);
        desk.clock.advance(Duration.ofMinutes(10));
        over(late);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_comes_back_for_one_company_is_not_brought_to_the_provider_of_another(TestDatabase.Kind kind)
            throws Exception {
        open(kind, Newcomers.NOBODY);
        other("gerda@globex.example", Role.OWNER);
        var gerda = new Caller.Staff(9, 900, "gerda", "Gerda", Role.OWNER, 0);
        settle(gerda, "globex.example", true, true, Newcomers.NOBODY);
        SignOnReturn ours = provider.signIn(begin(), ANN);
        SignOnDeparture away = signOns.begin(Caller.NOBODY, "gerda@globex.example", null, HERE);
        SignOnReturn theirs = provider.signIn(away, new Person("sub-gerda", "gerda@globex.example", true, "Gerda"));
        SignOnReturn rehearsed = provider.signIn(signOns.rehearse(owner, HERE), ANN);

        assertThat(TestProvider.asked(away.to()).get("redirect_uri")).endsWith("/login/sso/return/other");
        for (SignOnReturn each : List.of(at("other", ours), at(null, ours), at("", ours), at("company", theirs)))
            refused(each);
        assertThatThrownBy(() -> signOns.finish(owner, at("other", rehearsed), HERE))
                .isInstanceOf(SignOnRefused.class);
        assertThat(provider.brought()).isZero();

        assertThat(welcome(ours).accountId()).isEqualTo(ann.accountId());
        Caller.Staff there = welcome(theirs);
        assertThat(there.accountId()).isEqualTo(gerda.accountId());
        assertThat(there.companyId()).isEqualTo(9);
    }

    private static SignOnReturn at(String company, SignOnReturn said) {
        return new SignOnReturn(company, said.ticket(), said.state(), said.code(), said.issuer(), said.error());
    }

    private Caller.Staff welcome(SignOnReturn said) {
        var arrival = (SignOnArrival.Welcome) signOns.finish(Caller.NOBODY, said, HERE);
        return arrival.signedIn().caller();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_is_refused_at_the_provider_keeps_nobody_from_typing_a_password(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);

        for (int i = 0; i < 25; i++) refused(new Person("sub-1", "stranger@acme.example", true, null));

        assertThat(password("ann@acme.example")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_is_made_to_come_back_without_having_left_locks_nobody_out(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);

        for (int i = 0; i < 100; i++) over(said(null, "x", "y", null, null));

        assertThat(come(ANN).signedIn().caller().accountId()).isEqualTo(ann.accountId());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_second_step_that_was_begun_before_lets_nobody_past_the_provider(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        SecondFactors factors = desk.get(SecondFactors.class);
        Enrolment made = factors.prepare(ann, PASSWORD);
        List<String> recovery = factors.switchOn(ann, Totp.code(made.secret(), Totp.step(desk.now())));
        String ticket = assertThrows(CodeWanted.class, () -> password("ann@acme.example"))
                .ticket();
        rule(true, false, Newcomers.NOBODY);

        assertThatThrownBy(() ->
                        desk.get(SignIns.class).finish(Caller.NOBODY, ticket, recovery.get(0), SignInKind.PAGE, HERE))
                .isInstanceOf(SignOnWanted.class);
        // a second factor here is for passwords: the provider has its own
        assertThat(come(ANN).signedIn().caller().accountId()).isEqualTo(ann.accountId());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void new_keys_of_the_provider_are_fetched(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        come(ANN);
        provider.changeKeys();
        refused(ANN);
        desk.clock.advance(Duration.ofMinutes(1));

        assertThat(come(ANN).signedIn().caller().accountId()).isEqualTo(ann.accountId());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_owner_who_has_just_come_by_it_changes_it_without_a_password(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        Person ada = new Person("sub-ada", "owner@acme.example", true, "Ada");
        SignOnSettings settings = desk.get(SignOnSettings.class);
        var draft = new SignOnDraft(
                provider.issuer(),
                TestProvider.CLIENT,
                null,
                false,
                List.of("acme.example"),
                true,
                true,
                Newcomers.AGENT,
                null,
                null);
        Caller.Staff byPassword = password("owner@acme.example").caller();
        assertThatThrownBy(() -> settings.change(byPassword, draft)).isInstanceOf(PasswordWanted.class);
        Caller.Staff byProvider = come(ada).signedIn().caller();

        assertThat(settings.change(byProvider, draft).newcomers()).isEqualTo(Newcomers.AGENT);
        desk.clock.advance(Duration.ofMinutes(5));
        assertThatThrownBy(() -> settings.change(byProvider, draft)).isInstanceOf(PasswordWanted.class);
        Caller.Staff anew = come(ada).signedIn().caller();
        assertThat(settings.change(anew, draft)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatever_a_provider_answers_is_a_refusal_and_no_failure(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        String deep = "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000);

        for (String nonsense :
                List.of(deep, "[]", "{\"id_token\":1}", "{\"id_token\":\"e30.e30.e30\"}", "<html>", "")) {
            provider.answer(nonsense);
            refused(ANN);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_request_says_what_it_must_and_holds_no_secret(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);

        SignOnDeparture departure = begin();

        assertThat(TestProvider.asked(departure.to()))
                .containsEntry("response_type", "code")
                .containsEntry("client_id", TestProvider.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", SignOns.back("company").toString())
                .containsEntry("login_hint", "ann@acme.example")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("code_verifier");
        assertThat(departure.ticket())
                .doesNotContain(TestProvider.asked(departure.to()).get("state"));
        assertThatThrownBy(() -> signOns.begin(Caller.NOBODY, "ann@elsewhere.example", null, HERE))
                .isInstanceOf(NotFound.class);
        rule(false, true, Newcomers.NOBODY);
        assertThat(signOns.offered()).isFalse();
        assertThatThrownBy(this::begin).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_company_may_want_no_passwords_but_for_its_owner(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        assertThat(password("ann@acme.example")).isNotNull();
        rule(true, false, Newcomers.NOBODY);

        assertThatThrownBy(() -> password("ann@acme.example")).isInstanceOf(SignOnWanted.class);
        assertThat(password("owner@acme.example")).isNotNull();
        desk.change("update account set email = 'ann@elsewhere.example' where id = ?", ann.accountId());
        assertThat(password("ann@elsewhere.example")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_owner_tries_it_and_nobody_is_signed_in(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.NOBODY);
        rule(false, true, Newcomers.NOBODY);

        assertThat(tried(ANN)).isEqualTo(SignOnArrival.Verdict.RIGHT);
        assertThat(tried(new Person("x", "ann@acme.example", false, null))).isEqualTo(SignOnArrival.Verdict.UNVERIFIED);
        assertThat(tried(new Person("x", "ann@elsewhere.example", true, null)))
                .isEqualTo(SignOnArrival.Verdict.ELSEWHERE);
        assertThat(tried(new Person("x", null, true, null))).isEqualTo(SignOnArrival.Verdict.SILENT);
        assertThat(desk.count("select count(*) from sign_in")).isZero();
        assertThat(desk.count("select count(*) from sign_on_identity")).isZero();
        provider.close();
        assertThatThrownBy(() -> desk.node().get(SignOns.class).rehearse(owner, HERE))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobody_goes_to_or_comes_from_the_provider_of_a_suspended_company(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.AGENT);
        SignOnReturn back = provider.signIn(begin(), ANN);
        SignOnReturn eve = provider.signIn(begin(), new Person("sub-eve", "eve@acme.example", true, "Eve"));
        SignOnReturn rehearsed = provider.signIn(signOns.rehearse(owner, HERE), ANN);
        OwnTransaction own = desk.get(OwnTransaction.class);
        Suspensions suspensions = desk.get(Suspensions.class);
        Caller operator = new Caller.Operator(null);
        own.run(() -> suspensions.suspend(operator, "company", "unpaid"));

        assertThatThrownBy(this::begin).isInstanceOf(AccessSuspended.class);
        assertThatThrownBy(() -> welcome(back)).isInstanceOf(AccessSuspended.class);
        assertThatThrownBy(() -> welcome(eve)).isInstanceOf(AccessSuspended.class);
        assertThatThrownBy(() -> signOns.finish(owner, rehearsed, HERE)).isInstanceOf(AccessSuspended.class);
        assertThat(provider.brought()).isZero();

        own.run(() -> suspensions.resume(operator, "company"));
        assertThat(welcome(back).accountId()).isEqualTo(ann.accountId());
    }

    /** Between the look before the provider was asked and the arrival. */
    @ParameterizedTest
    @MethodSource("databases")
    void whoever_arrives_just_after_the_suspension_is_neither_bound_nor_made(TestDatabase.Kind kind) throws Exception {
        open(kind, Newcomers.AGENT);
        OwnTransaction own = desk.get(OwnTransaction.class);
        own.run(() -> desk.get(Suspensions.class).suspend(new Caller.Operator(null), "company", "unpaid"));
        SignOnArrivals arrivals = desk.get(SignOnArrivals.class);
        SignOnRules rules = desk.get(SignOnRules.class);

        for (String email : List.of("ann@acme.example", "eve@acme.example")) {
            var who = new IdClaims("sub-" + email, email, true, "Somebody");
            assertThatThrownBy(() -> own.call(
                            () -> arrivals.welcome(rules.of(owner.companyId()).orElseThrow(), who, "hash", HERE)))
                    .isInstanceOf(AccessSuspended.class);
        }

        assertThat(desk.count("select count(*) from sign_on_identity")).isZero();
        assertThat(desk.count("select count(*) from account where email = 'eve@acme.example'"))
                .isZero();
    }

    private void open(TestDatabase.Kind kind, Newcomers newcomers) throws Exception {
        desk = TestDesk.on(kind);
        AttemptsInTransactions.provide(desk);
        provider = new TestProvider(desk.clock);
        owner = desk.colleague("Ada", Role.OWNER, 1);
        ann = desk.agent("Ann", 1);
        desk.change("update account set email = 'owner@acme.example' where id = ?", owner.accountId());
        desk.change("update account set email = 'ann@acme.example' where id = ?", ann.accountId());
        hash = desk.get(Passwords.class).hash(PASSWORD);
        desk.change("update account set password_hash = ?", hash);
        signOns = desk.get(SignOns.class);
        rule(true, true, newcomers);
    }

    private void rule(boolean on, boolean passwords, Newcomers newcomers) {
        settle(owner, "acme.example", on, passwords, newcomers);
    }

    private void settle(Caller.Staff by, String domain, boolean on, boolean passwords, Newcomers newcomers) {
        desk.get(SignOnSettings.class)
                .change(
                        by,
                        new SignOnDraft(
                                provider.issuer(),
                                TestProvider.CLIENT,
                                TestProvider.SECRET,
                                false,
                                List.of(domain),
                                on,
                                passwords,
                                newcomers,
                                null,
                                PASSWORD));
    }

    /** A second company with one person. */
    private void other(String email, Role role) {
        desk.change(
                "insert into company (id, public_id, name, demo, created_at) values (9, 'other', 'Globex', false, ?)",
                desk.now());
        desk.change(
                "insert into account (id, public_id, company_id, email, name, role, password_hash, failed_attempts, active, demo,"
                        + " created_at) values (900, 'gerda', 9, ?, 'Gerda', ?, ?, 0, true, false, ?)",
                email,
                role.wire(),
                hash,
                desk.now());
    }

    private static SignOnReturn said(String ticket, String state, String code, String issuer, String error) {
        return new SignOnReturn("company", ticket, state, code, issuer, error);
    }

    private SignOnDeparture begin() {
        return signOns.begin(Caller.NOBODY, "ann@acme.example", "/console?conversation=x", HERE);
    }

    private SignOnArrival.Welcome come(Person person) {
        return (SignOnArrival.Welcome) signOns.finish(Caller.NOBODY, provider.signIn(begin(), person), HERE);
    }

    private SignOnArrival.Verdict tried(Person person) {
        SignOnReturn said = provider.signIn(signOns.rehearse(owner, HERE), person);
        return ((SignOnArrival.Tried) signOns.finish(owner, said, HERE)).verdict();
    }

    private void refused(Person person) {
        refused(provider.signIn(begin(), person));
    }

    private void refused(SignOnReturn said) {
        assertThatThrownBy(() -> signOns.finish(Caller.NOBODY, said, HERE)).isInstanceOf(SignOnRefused.class);
    }

    private void over(SignOnReturn said) {
        assertThatThrownBy(() -> signOns.finish(Caller.NOBODY, said, HERE)).isInstanceOf(StepOver.class);
    }

    private SignedIn password(String email) {
        return desk.get(SignIns.class).signIn(Caller.NOBODY, email, PASSWORD, null, SignInKind.API, HERE);
    }

    private List<String> log() {
        var filter = new AuditFilter(null, AuditKind.SINGLE_SIGN_ON, null, null, null);
        return desk.get(AuditLog.class).search(owner, filter, null, 50).items().stream()
                .map(entry -> String.valueOf(entry.after()))
                .toList();
    }
}
