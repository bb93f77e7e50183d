package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.password.Passwords;
import dev.parley.access.totp.Totp;
import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditLog;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-1")
class LostFactorsIT {
    private static final String ALL_KINDS = "dev.parley.testing.TestDatabase#kinds";
    private static final String PASSWORD = "correct horse battery staple";
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");

    private TestDesk desk;
    private Caller.Staff ann;
    private Caller.Staff admin;
    private LostFactors lost;

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    void what_was_lost_is_taken_away_and_the_password_alone_opens_the_account(TestDatabase.Kind kind) throws Exception {
        open(kind);
        SignedIn thief = signIn();
        switchOn();
        passkey();
        assertThat(lost.held(admin, ann.publicId())).isEqualTo(new HeldFactors(true, 1));
        assertThatThrownBy(this::signIn).isInstanceOf(CodeWanted.class);

        lost.forget(admin, ann.publicId());

        assertThat(lost.held(admin, ann.publicId()).any()).isFalse();
        assertThat(desk.count("select count(*) from recovery_code")).isZero();
        assertThat(desk.count("select count(*) from passkey")).isZero();
        assertThat(desk.get(OwnTransaction.class)
                        .call(() -> desk.get(SignIns.class).authenticatePage(thief.token())))
                .as("whoever found the telephone")
                .isEmpty();
        assertThat(signIn()).isNotNull();
        assertThat(desk.get(AuditLog.class)
                        .search(admin, new AuditFilter(null, null, null, null, null), null, 1)
                        .items())
                .extracting(e -> e.kind() + " " + e.subjectName() + " " + e.before() + " " + e.after())
                .containsExactly("PERSON Ann {\"codes\":true,\"passkeys\":1} {\"codes\":false,\"passkeys\":0}");

        assertThat(desk.count("select count(*) from outbox where kind = 'factors-taken'"))
                .as("Ann is told")
                .isEqualTo(1);

        lost.forget(admin, ann.publicId());
        assertThat(desk.count("select count(*) from audit_entry"))
                .as("nothing was left")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    @Tag("SEC-2")
    void only_of_colleagues_below_and_never_ones_own(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff owner = desk.colleague("Olga", Role.OWNER);
        var stranger = new Caller.Staff(2, 5, "stranger", "Stranger", Role.OWNER, 0);
        switchOn();

        assertThatThrownBy(() -> lost.forget(ann, admin.publicId())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> lost.held(ann, admin.publicId())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> lost.forget(admin, owner.publicId())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> lost.forget(admin, admin.publicId())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> lost.forget(stranger, ann.publicId())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lost.held(stranger, ann.publicId())).isInstanceOf(NotFound.class);

        assertThat(lost.held(admin, ann.publicId())).isEqualTo(new HeldFactors(true, 0));
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        AttemptsInTransactions.provide(desk);
        ann = desk.colleague("Ann", Role.AGENT, 1);
        admin = desk.colleague("Ada", Role.ADMINISTRATOR);
        desk.change(
                "update account set password_hash = ? where id = ?", new Passwords().hash(PASSWORD), ann.accountId());
        lost = desk.get(LostFactors.class);
    }

    private void switchOn() {
        SecondFactors factors = desk.get(SecondFactors.class);
        String secret = factors.prepare(ann, PASSWORD).secret();
        factors.switchOn(ann, Totp.code(secret, Totp.step(desk.now())));
        desk.clock.advance(Totp.STEP);
    }

    private void passkey() {
        desk.change(
                "insert into passkey (id, public_id, company_id, account_id, credential_hash, credential, name, sign_count,"
                        + " backup_eligible, backed_up, created_at) values (1, 'key', 1, ?, 'hash', '{}', 'Phone', 0, false, false, ?)",
                ann.accountId(),
                desk.now());
    }

    private SignedIn signIn() {
        return desk.get(SignIns.class)
                .signIn(Caller.NOBODY, ann.accountId() + "@acme.example", PASSWORD, null, SignInKind.PAGE, HERE);
    }
}
