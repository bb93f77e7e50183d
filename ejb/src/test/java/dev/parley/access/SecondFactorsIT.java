package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.password.Passwords;
import dev.parley.access.totp.Totp;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-1")
class SecondFactorsIT {
    private static final String PASSWORD = "correct horse battery staple";
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");

    private TestDesk desk;
    private Caller.Staff ann;
    private String email;
    private SecondFactors factors;
    private SignIns signIns;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_factor_that_is_on_is_asked_for_and_its_code_opens_once(TestDatabase.Kind kind) throws Exception {
        String secret = switchOn(kind);

        assertThatThrownBy(() -> signIn(null)).isInstanceOf(CodeWanted.class);
        assertThatThrownBy(() -> signIn(now(secret)))
                .as("it switched the factor on")
                .isInstanceOf(WrongCode.class);
        desk.clock.advance(Totp.STEP);
        String code = now(secret);
        assertThat(signIn(code).account().email()).isEqualTo(email);

        assertThatThrownBy(() -> signIn(code)).isInstanceOf(WrongCode.class);
        desk.clock.advance(Totp.STEP);
        assertThat(signIn(now(secret))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_two_with_the_same_code_at_once_one_gets_in(TestDatabase.Kind kind) throws Exception {
        String secret = switchOn(kind);
        desk.clock.advance(Totp.STEP);
        String code = now(secret);

        List<CompletableFuture<Boolean>> tries = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return signIn(code) != null;
                    } catch (WrongCode tooLate) {
                        return false;
                    }
                }))
                .limit(2)
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void wrong_codes_are_counted_with_wrong_passwords_and_a_right_password_alone_forgives_none(TestDatabase.Kind kind)
            throws Exception {
        String secret = switchOn(kind);
        desk.clock.advance(Totp.STEP);

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> signIn("000000")).isInstanceOf(WrongCode.class);
            assertThatThrownBy(() -> signIn(null)).isInstanceOf(CodeWanted.class);
        }
        assertThatThrownBy(() -> signIn("000000"))
                .isInstanceOf(WrongCode.class)
                .hasMessage("The code is not right. Try again in a minute.");

        assertThatThrownBy(() -> signIn(now(secret))).isInstanceOf(RateLimited.class);
        desk.clock.advance(Duration.ofSeconds(61));
        assertThat(signIn(now(secret))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_second_step_needs_no_password_and_is_over_after_five_minutes(TestDatabase.Kind kind) throws Exception {
        String secret = switchOn(kind);
        String ticket = ticket();
        desk.clock.advance(Totp.STEP);

        assertThatThrownBy(() -> finish(ticket, "000000")).isInstanceOf(WrongCode.class);
        assertThatThrownBy(() -> finish(ticket + "x", now(secret))).isInstanceOf(StepOver.class);
        assertThatThrownBy(() -> finish("x.9999999999.y", now(secret))).isInstanceOf(StepOver.class);
        assertThat(finish(ticket, now(secret)).account().email()).isEqualTo(email);
        desk.clock.advance(Duration.ofMinutes(5));
        assertThatThrownBy(() -> finish(ticket, now(secret))).isInstanceOf(StepOver.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_ticket_dies_with_the_password_that_earned_it(TestDatabase.Kind kind) throws Exception {
        String secret = switchOn(kind);
        String ticket = ticket();
        desk.clock.advance(Totp.STEP);

        desk.get(Accounts.class).changePassword(ann, PASSWORD, new NewPassword("another long password"));

        assertThatThrownBy(() -> finish(ticket, now(secret))).isInstanceOf(StepOver.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void each_recovery_code_opens_once_however_it_is_written(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Enrolment made = factors.prepare(ann, PASSWORD);
        List<String> codes = factors.switchOn(ann, now(made.secret()));

        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(c -> c.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
        assertThat(signIn(codes.get(0))).isNotNull();
        assertThatThrownBy(() -> signIn(codes.get(0))).isInstanceOf(WrongCode.class);
        assertThat(signIn(codes.get(1).replace("-", " ").toUpperCase())).isNotNull();
        assertThat(factors.state(ann).recoveryCodesLeft()).isEqualTo(8);
        assertThat(desk.count("select count(*) from recovery_code where code_hash like ?", codes.get(2) + "%"))
                .as("only hashes are kept")
                .isZero();

        List<String> others = factors.renewCodes(ann, PASSWORD);
        assertThatThrownBy(() -> signIn(codes.get(2))).isInstanceOf(WrongCode.class);
        assertThat(signIn(others.get(2))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_secret_is_kept_sealed_and_worth_nothing_for_another_account(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff bob = desk.colleague("Bob", Role.AGENT, 1);
        password(bob);
        Enrolment made = factors.prepare(ann, PASSWORD);

        String kept = (String) desk.ask("select secret from second_factor where account_id = ?", ann.accountId());
        assertThat(kept).doesNotContain(made.secret());
        assertThat(made.toString()).doesNotContain(made.secret());

        factors.prepare(bob, PASSWORD);
        desk.change("update second_factor set secret = ? where account_id = ?", kept, bob.accountId());
        assertThatThrownBy(() -> factors.switchOn(bob, now(made.secret()))).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothing_is_asked_for_before_the_app_has_shown_a_code(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Enrolment made = factors.prepare(ann, PASSWORD);

        assertThat(signIn(null)).isNotNull();
        assertThatThrownBy(() -> factors.switchOn(ann, "000000")).isInstanceOf(Invalid.class);
        assertThat(factors.pending(ann)).contains(made);
        desk.clock.advance(Duration.ofMinutes(10));
        assertThat(factors.pending(ann)).isEmpty();
        assertThatThrownBy(() -> factors.switchOn(ann, now(made.secret()))).isInstanceOf(Refused.class);
        assertThat(signIn(null)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_weakens_it_wants_the_password_and_wrong_ones_are_counted(TestDatabase.Kind kind) throws Exception {
        switchOn(kind);

        assertThatThrownBy(() -> factors.prepare(ann, PASSWORD)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> factors.prepare(ann, "wrong")).isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> factors.renewCodes(ann, "wrong")).isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> factors.switchOff(ann, "wrong")).isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> factors.switchOff(ann, "")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> factors.switchOff(ann, "wrong")).isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> factors.switchOff(ann, "wrong")).isInstanceOf(WrongPassword.class);
        assertThatThrownBy(() -> factors.switchOff(ann, PASSWORD)).isInstanceOf(RateLimited.class);
        desk.clock.advance(Duration.ofSeconds(61));

        factors.switchOff(ann, PASSWORD);

        assertThat(factors.state(ann)).isEqualTo(new SecondFactorView(false, null, 0));
        assertThat(signIn(null)).isNotNull();
        assertThat(desk.count("select count(*) from recovery_code")).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_changed_password_ends_the_other_sign_ins_and_one_can_end_them_all(TestDatabase.Kind kind) throws Exception {
        open(kind);
        SignedIn here = signIn(null);
        SignedIn elsewhere = signIn(null);
        Accounts accounts = desk.get(Accounts.class);

        assertThatThrownBy(() -> accounts.changePassword(here.caller(), "wrong", new NewPassword("another password")))
                .isInstanceOf(WrongPassword.class);
        accounts.changePassword(here.caller(), PASSWORD, new NewPassword("another password"));

        assertThat(alive(here)).isTrue();
        assertThat(alive(elsewhere)).isFalse();
        assertThat(desk.news)
                .filteredOn(SignInEnded.class::isInstance)
                .last()
                .isEqualTo(new SignInEnded(
                        ann.accountId(), java.util.Set.of(elsewhere.caller().signIn())));
        assertThatThrownBy(() -> signIn(null)).isInstanceOf(WrongSignIn.class);

        SignedIn third = signIns.signIn(Caller.NOBODY, email, "another password", null, SignInKind.PAGE, HERE);
        inOwn(() -> {
            signIns.signOutOthers(here.caller());
            return null;
        });
        assertThat(alive(third)).isFalse();
        assertThat(alive(here)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_password_that_is_easy_to_guess_is_refused(TestDatabase.Kind kind) throws Exception {
        open(kind);
        desk.change("update account set email = 'annabel@acme.example' where id = ?", ann.accountId());
        Accounts accounts = desk.get(Accounts.class);

        for (String easy :
                List.of("short", "aaaaaaaaaaaa", "annabel@acme.example", "annabelannabel", "x".repeat(201))) {
            assertThatThrownBy(() -> accounts.changePassword(ann, PASSWORD, new NewPassword(easy)))
                    .as(easy)
                    .isInstanceOf(Invalid.class);
        }
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        AttemptsInTransactions.provide(desk);
        ann = desk.colleague("Ann", Role.AGENT, 1);
        password(ann);
        email = ann.accountId() + "@acme.example";
        factors = desk.get(SecondFactors.class);
        signIns = desk.get(SignIns.class);
    }

    private void password(Caller.Staff whose) {
        desk.change(
                "update account set password_hash = ? where id = ?", new Passwords().hash(PASSWORD), whose.accountId());
    }

    private String switchOn(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Enrolment made = factors.prepare(ann, PASSWORD);
        factors.switchOn(ann, now(made.secret()));
        return made.secret();
    }

    private String now(String secret) {
        return Totp.code(secret, Totp.step(desk.now()));
    }

    private SignedIn signIn(String code) {
        return signIns.signIn(Caller.NOBODY, email, PASSWORD, code, SignInKind.API, HERE);
    }

    private SignedIn finish(String ticket, String code) {
        return signIns.finish(Caller.NOBODY, ticket, code, SignInKind.PAGE, HERE);
    }

    private String ticket() {
        try {
            signIn(null);
        } catch (CodeWanted wanted) {
            return wanted.ticket();
        }
        throw new AssertionError("no code was asked for");
    }

    private boolean alive(SignedIn signedIn) {
        return inOwn(() -> signIns.authenticate(signedIn.token())
                .or(() -> signIns.authenticatePage(signedIn.token()))
                .isPresent());
    }

    private <T> T inOwn(java.util.function.Supplier<T> what) {
        return desk.get(OwnTransaction.class).call(what);
    }
}
