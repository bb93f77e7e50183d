package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.passkey.RelyingParty;
import dev.parley.access.passkey.SoftAuthenticator;
import dev.parley.access.password.Passwords;
import dev.parley.access.totp.Totp;
import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.company.AccessSuspended;
import dev.parley.company.Suspensions;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-1")
class PasskeysIT {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String BROWSER = "what Ann's browser keeps";
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");

    private final SoftAuthenticator device = new SoftAuthenticator(RelyingParty.here());
    private TestDesk desk;
    private Caller.Staff ann;
    private Caller.Staff owner;
    private Passkeys passkeys;
    private PasskeySignIns signIns;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_passkey_opens_a_page_without_the_password_and_without_a_code(TestDatabase.Kind kind) throws Exception {
        open(kind);
        var factors = desk.get(SecondFactors.class);
        String secret = factors.prepare(ann, PASSWORD).secret();
        factors.switchOn(ann, Totp.code(secret, Totp.step(desk.now())));
        PasskeyView made = add(ann, device);

        SignedIn in = signIn();

        assertThat(in.kind()).isEqualTo(SignInKind.PAGE);
        assertThat(in.caller().accountId()).isEqualTo(ann.accountId());
        assertThat(in.account().name()).isEqualTo("Ann");
        assertThat(inOwn(() -> desk.get(SignIns.class).authenticatePage(in.token())))
                .isPresent();
        assertThat(inOwn(() -> desk.get(SignIns.class).own(in.caller()))).hasSize(1);
        assertThat(made.usedAt()).isNull();
        assertThat(passkeys.own(ann).passkeys())
                .singleElement()
                .satisfies(kept -> assertThat(kept.usedAt()).isEqualTo(desk.now()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_challenge_is_answered_once_by_the_browser_that_has_it_and_within_five_minutes(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        add(ann, device);

        PasskeyAnswer answer = answer();
        assertThatThrownBy(() -> signIns.finish(Caller.NOBODY, answer, "another's", HERE))
                .isInstanceOf(StepOver.class);
        assertThatThrownBy(() -> signIns.finish(Caller.NOBODY, answer, null, HERE))
                .isInstanceOf(StepOver.class);
        assertThat(finish(answer)).isNotNull();
        assertThatThrownBy(() -> finish(answer)).isInstanceOf(StepOver.class);

        PasskeyAnswer late = answer();
        desk.clock.advance(Duration.ofMinutes(5));
        assertThatThrownBy(() -> finish(late)).isInstanceOf(StepOver.class);
        assertThatThrownBy(() -> finish(of("forged", answer()))).isInstanceOf(StepOver.class);
        PasskeyCreation creation = passkeys.prepare(ann, PASSWORD);
        assertThatThrownBy(() -> finish(of(creation.ticket(), answer())))
                .as("made for something else")
                .isInstanceOf(StepOver.class);

        assertThat(desk.count("select count(*) from passkey_challenge")).isEqualTo(2);
        desk.clock.advance(Duration.ofHours(1));
        desk.get(OwnTransaction.class).run(() -> desk.get(SignInSweep.class).sweep());
        assertThat(desk.count("select count(*) from passkey_challenge")).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_two_with_the_same_answer_at_once_one_gets_in(TestDatabase.Kind kind) throws Exception {
        open(kind);
        add(ann, device);
        PasskeyAnswer answer = answer();

        List<CompletableFuture<Boolean>> tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return finish(answer) != null;
                    } catch (StepOver tooLate) {
                        return false;
                    }
                }))
                .limit(2)
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void to_make_one_wants_the_password_the_same_sign_in_and_is_good_once(TestDatabase.Kind kind) throws Exception {
        open(kind);

        assertThatThrownBy(() -> passkeys.prepare(ann, "wrong")).isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> passkeys.prepare(ann, "")).isInstanceOf(Invalid.class);
        PasskeyCreation creation = passkeys.prepare(ann, PASSWORD);
        assertThat(creation.handle()).doesNotContain("acme");
        PasskeyMade made = made(creation, device);
        var elsewhere = new Caller.Staff(
                ann.companyId(), ann.accountId(), ann.publicId(), ann.name(), ann.role(), 99, null, null);
        assertThatThrownBy(() -> passkeys.add(elsewhere, made, "x")).isInstanceOf(StepOver.class);
        assertThatThrownBy(() -> passkeys.add(ann, made, " ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> passkeys.add(ann, made, "x".repeat(61))).isInstanceOf(Invalid.class);

        assertThat(passkeys.add(ann, made, " Phone ").name()).isEqualTo("Phone");

        assertThatThrownBy(() -> passkeys.add(ann, made, "again")).isInstanceOf(StepOver.class);
        PasskeyCreation second = passkeys.prepare(ann, PASSWORD);
        assertThat(second.known()).as("the device is told").hasSize(1);
        assertThatThrownBy(() -> passkeys.add(ann, made(second, device), "the same"))
                .isInstanceOf(Refused.class);
        PasskeyCreation third = passkeys.prepare(ann, PASSWORD);
        desk.clock.advance(Duration.ofMinutes(5));
        assertThatThrownBy(() -> passkeys.add(ann, made(third, fresh()), "late"))
                .isInstanceOf(StepOver.class);
        assertThatThrownBy(() -> passkeys.add(ann, new PasskeyMade("x", "{}", "%"), "unfit"))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_that_was_not_made_for_us_by_a_verified_person_is_not_kept(TestDatabase.Kind kind) throws Exception {
        open(kind);
        device.verifies = false;
        assertThatThrownBy(() -> add(ann, device)).isInstanceOf(Invalid.class);
        device.verifies = true;
        device.origin = "https://desk.evil.example";
        assertThatThrownBy(() -> add(ann, device)).isInstanceOf(Invalid.class);

        assertThat(passkeys.own(ann).passkeys()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_account_has_at_most_ten(TestDatabase.Kind kind) throws Exception {
        open(kind);
        PasskeyCreation early = passkeys.prepare(ann, PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertThat(passkeys.own(ann).full()).isFalse();
            add(ann, fresh());
        }

        assertThat(passkeys.own(ann).full()).isTrue();
        assertThatThrownBy(() -> passkeys.prepare(ann, PASSWORD)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> passkeys.add(ann, made(early, fresh()), "eleventh"))
                .isInstanceOf(Refused.class);
        assertThat(add(owner, fresh())).as("others have room").isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void its_owner_and_nobody_else_names_and_removes_it_and_the_log_tells(TestDatabase.Kind kind) throws Exception {
        open(kind);
        PasskeyView made = add(ann, device);

        assertThatThrownBy(() -> passkeys.rename(owner, made.id(), "mine")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> passkeys.remove(owner, made.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> passkeys.remove(ann, "'")).isInstanceOf(NotFound.class);
        passkeys.rename(ann, made.id(), "Old phone");
        assertThat(passkeys.own(ann).passkeys())
                .singleElement()
                .satisfies(kept -> assertThat(kept.name()).isEqualTo("Old phone"));
        passkeys.remove(ann, made.id());

        assertThat(passkeys.own(ann).passkeys()).isEmpty();
        assertThatThrownBy(this::signIn).isInstanceOf(PasskeyRefused.class);
        assertThat(log())
                .containsExactly(
                        "{\"passkey\":\"Old phone\"} -> null",
                        "{\"passkey\":\"Phone\"} -> {\"passkey\":\"Old phone\"}",
                        "null -> {\"passkey\":\"Phone\"}");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_counter_that_went_back_is_refused_and_stands_in_the_log(TestDatabase.Kind kind) throws Exception {
        open(kind);
        device.counter = 1;
        add(ann, device);
        device.counter = 9;
        signIn();

        device.counter = 8;
        assertThatThrownBy(this::signIn).isInstanceOf(PasskeyRefused.class);

        assertThat(log().get(0)).isEqualTo("null -> {\"passkey\":\"Phone\",\"passkeyCopied\":true}");
        device.counter = 10;
        assertThat(signIn()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_is_let_in_by_no_password_is_let_in_by_no_passkey(TestDatabase.Kind kind) throws Exception {
        open(kind);
        add(ann, device);
        OwnTransaction own = desk.get(OwnTransaction.class);

        own.run(() -> desk.get(Suspensions.class).suspend(new Caller.Operator(null), "company", "unpaid"));
        assertThatThrownBy(this::signIn).isInstanceOf(AccessSuspended.class).hasMessageContaining("unpaid");
        own.run(() -> desk.get(Suspensions.class).resume(new Caller.Operator(null), "company"));

        desk.change("update account set active = false where id = ?", ann.accountId());
        assertThatThrownBy(this::signIn).isInstanceOf(PasskeyRefused.class);
        desk.change("update account set active = true where id = ?", ann.accountId());

        desk.change("insert into sign_on_provider (company_id, issuer, client_id, switched_on, passwords, newcomers)"
                + " values (1, 'https://login.example.com', 'parley', true, false, 'nobody')");
        desk.change("insert into sign_on_domain (domain, company_id) values ('acme.example', 1)");
        assertThatThrownBy(this::signIn).isInstanceOf(SignOnWanted.class);
        assertThat(passkeys.own(ann).refused()).isTrue();
        assertThatThrownBy(() -> passkeys.prepare(ann, PASSWORD)).isInstanceOf(Refused.class);
        desk.change("update sign_on_provider set passwords = true");

        assertThat(desk.count("select count(*) from sign_in")).isZero();
        assertThat(signIn()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_locked_account_stays_shut_and_wrong_uses_lock_it(TestDatabase.Kind kind) throws Exception {
        open(kind);
        add(ann, device);

        for (int i = 0; i < 5; i++) {
            device.verifies = false;
            assertThatThrownBy(this::signIn).isInstanceOf(PasskeyRefused.class);
        }
        device.verifies = true;
        assertThatThrownBy(this::signIn).isInstanceOf(RateLimited.class);
        assertThatThrownBy(() -> passkeys.prepare(ann, PASSWORD)).isInstanceOf(RateLimited.class);
        desk.clock.advance(Duration.ofSeconds(61));
        assertThat(signIn()).isNotNull();
        assertThat(desk.count("select count(*) from sign_in_guard"))
                .as("a right one makes the wrong ones forgotten")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_strange_passkey_and_one_that_names_another_account_get_the_same_answer(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        assertThatThrownBy(this::signIn)
                .isInstanceOf(PasskeyRefused.class)
                .hasMessage("That passkey lets nobody in here.");
        add(ann, device);

        PasskeyQuestion question = signIns.begin(Caller.NOBODY, BROWSER, HERE);
        assertThatThrownBy(() -> finish(answer(question, owner.publicId())))
                .isInstanceOf(PasskeyRefused.class)
                .hasMessage("That passkey lets nobody in here.");
        assertThat(desk.count("select count(*) from sign_in")).isZero();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        AttemptsInTransactions.provide(desk);
        ann = desk.colleague("Ann", Role.AGENT, 1);
        owner = desk.colleague("Ada", Role.OWNER, 1);
        desk.change("update account set password_hash = ?", new Passwords().hash(PASSWORD));
        passkeys = desk.get(Passkeys.class);
        signIns = desk.get(PasskeySignIns.class);
    }

    private static SoftAuthenticator fresh() {
        return new SoftAuthenticator(RelyingParty.here());
    }

    private PasskeyView add(Caller.Staff whose, SoftAuthenticator on) {
        return passkeys.add(whose, made(passkeys.prepare(whose, PASSWORD), on), "Phone");
    }

    private static PasskeyMade made(PasskeyCreation creation, SoftAuthenticator on) {
        byte[] challenge = PasskeyBytes.of(creation.challenge());
        return new PasskeyMade(
                creation.ticket(), text(on.clientData("webauthn.create", challenge)), text(on.attestation()));
    }

    private SignedIn signIn() {
        return finish(answer());
    }

    private SignedIn finish(PasskeyAnswer answer) {
        return signIns.finish(Caller.NOBODY, answer, BROWSER, HERE);
    }

    private PasskeyAnswer answer() {
        return answer(signIns.begin(Caller.NOBODY, BROWSER, HERE), ann.publicId());
    }

    private PasskeyAnswer answer(PasskeyQuestion question, String whose) {
        var said = device.use(PasskeyBytes.of(question.challenge()), whose.getBytes());
        return new PasskeyAnswer(
                question.ticket(),
                text(said.credentialId()),
                text(said.userHandle()),
                text(said.authenticatorData()),
                text(said.clientData()),
                text(said.signature()));
    }

    private static PasskeyAnswer of(String ticket, PasskeyAnswer other) {
        return new PasskeyAnswer(
                ticket,
                other.credential(),
                other.userHandle(),
                other.authenticatorData(),
                other.clientData(),
                other.signature());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Newest first. */
    private List<String> log() {
        var filter = new AuditFilter(null, AuditKind.PASSKEY, null, null, null);
        return desk.get(AuditLog.class).search(owner, filter, null, 50).items().stream()
                .map(entry -> entry.before() + " -> " + entry.after())
                .toList();
    }

    private <T> T inOwn(Supplier<T> what) {
        return desk.get(OwnTransaction.class).call(what);
    }
}
