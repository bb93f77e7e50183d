package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.company.AccessSuspended;
import dev.parley.company.Suspensions;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimited;
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
@Tag("SEC-5")
class PasswordResetsIT {
    private static final String ADDRESS = "new@example.com";
    private static final NewPassword PASSWORD = new NewPassword("correct horse battery");
    private static final NewPassword OTHER = new NewPassword("quite another one");
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");

    private TestDesk desk;
    private PasswordResets resets;
    private MailedLinks mailed;
    private SignedIn before;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_reset_link_works_once_within_half_an_hour_and_ends_every_sign_in(TestDatabase.Kind kind) throws Exception {
        open(kind);

        String token = asked(Locale.ENGLISH);
        resets.choose(Caller.NOBODY, token, OTHER);

        assertThat(alive()).isFalse();
        assertThatThrownBy(() -> signIn(PASSWORD)).isInstanceOf(WrongSignIn.class);
        assertThat(signIn(OTHER).account().email()).isEqualTo(ADDRESS);
        assertThatThrownBy(() -> resets.choose(Caller.NOBODY, token, OTHER)).isInstanceOf(NotFound.class);
        String late = asked(Locale.ENGLISH);
        desk.clock.advance(Duration.ofMinutes(30));
        assertThatThrownBy(() -> resets.choose(Caller.NOBODY, late, OTHER)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void links_stand_beside_each_other_until_one_is_used_and_none_is_an_invitation(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String first = asked(Locale.ENGLISH);
        String second = asked(Locale.ENGLISH);
        String third = asked(Locale.ENGLISH);

        assertThatThrownBy(() -> desk.get(StaffInvitations.class)
                        .join(Caller.NOBODY, second, "Mallory", OTHER, SignInKind.API, HERE))
                .isInstanceOf(NotFound.class);
        resets.choose(Caller.NOBODY, first, OTHER);
        for (String used : List.of(first, second, third))
            assertThatThrownBy(() -> resets.choose(Caller.NOBODY, used, PASSWORD))
                    .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_asks_for_somebody_else_neither_keeps_the_owner_out_nor_fills_the_mailbox(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String mine = asked(Locale.ENGLISH);
        for (int i = 0; i < 5; i++) askFrom("203.0.113.7");
        assertThatThrownBy(() -> askFrom("203.0.113.7")).isInstanceOf(RateLimited.class);
        asked(Locale.ENGLISH);
        for (int i = 0; i < 13; i++) askFrom("203.0.113." + (20 + i));

        assertThatThrownBy(() -> askFrom("203.0.113.99")).isInstanceOf(RateLimited.class);
        resets.choose(Caller.NOBODY, mine, OTHER);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_password_that_will_not_do_leaves_the_link_good(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String token = asked(Locale.ENGLISH);

        assertThatThrownBy(() -> resets.choose(Caller.NOBODY, token, new NewPassword(ADDRESS)))
                .isInstanceOf(Invalid.class);
        assertThat(alive()).isTrue();
        resets.choose(Caller.NOBODY, token, OTHER);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void wrong_guesses_of_somebody_else_are_forgotten_with_the_old_password(TestDatabase.Kind kind) throws Exception {
        open(kind);
        NewPassword guess = new NewPassword("a wrong guess of it");
        for (int i = 0; i < 5; i++) assertThatThrownBy(() -> signIn(guess)).isInstanceOf(WrongSignIn.class);
        assertThatThrownBy(() -> signIn(PASSWORD)).isInstanceOf(RateLimited.class);

        resets.choose(Caller.NOBODY, asked(Locale.ENGLISH), OTHER);

        assertThat(signIn(OTHER)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_mail_speaks_the_language_of_the_account_else_of_the_page(TestDatabase.Kind kind) throws Exception {
        open(kind);
        asked(Locale.GERMAN);
        assertThat(mailed.last()).contains("Ihr neues Passwort");

        desk.get(OwnTransaction.class).run(() -> desk.get(Accounts.class).speak(before.caller(), "ar"));
        asked(Locale.GERMAN);
        assertThat(mailed.last()).contains("كلمة مرورك");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_unknown_address_gets_the_same_answer_and_no_mail_and_one_address_few_mails(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        long mails = mailed.count();

        for (int i = 0; i < 5; i++) ask("nobody@example.com", Locale.ENGLISH);

        assertThatThrownBy(() -> ask("nobody@example.com", Locale.ENGLISH)).isInstanceOf(RateLimited.class);
        assertThatThrownBy(() -> ask("nothing", Locale.ENGLISH)).isInstanceOf(Invalid.class);
        asked(Locale.ENGLISH); // taken after the others, so they are done
        assertThat(mailed.count()).isEqualTo(mails + 1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoever_is_deactivated_or_has_not_come_gets_none(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff admin = desk.colleague("Ben", Role.ADMINISTRATOR, 1);
        desk.get(StaffInvitations.class)
                .invite(admin, new InvitationDraft("later@example.com", "agent", null, Locale.ENGLISH));
        desk.get(Deactivations.class).deactivate(admin, before.caller().publicId());
        SignedIn third = joined(admin, "third@example.com");
        long mails = mailed.count();

        ask(ADDRESS, Locale.ENGLISH);
        ask("later@example.com", Locale.ENGLISH);
        ask(third.account().email(), Locale.ENGLISH);

        desk.await("the mail", () -> mailed.count() > mails);
        assertThat(mailed.count()).isEqualTo(mails + 1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-3")
    void nobody_of_a_suspended_company_gets_one_and_one_of_before_is_good_afterwards(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        Caller operator = new Caller.Operator("192.0.2.9");
        Suspensions suspensions = desk.get(Suspensions.class);
        desk.change(
                "insert into company (id, public_id, name, demo, created_at) values (9, 'other', 'Other', false, ?)",
                desk.now());
        desk.change(
                "insert into account (id, public_id, company_id, email, name, role, password_hash, failed_attempts, active, demo, created_at)"
                        + " values (9, 'other', 9, 'olga@other.example', 'Olga', 'owner', '', 0, true, false, ?)",
                desk.now());
        String token = asked(Locale.ENGLISH);
        long mails = mailed.count();
        desk.get(OwnTransaction.class).call(() -> suspensions.suspend(operator, "company", "unpaid"));

        ask(ADDRESS, Locale.ENGLISH);
        ask("olga@other.example", Locale.ENGLISH);

        desk.await("the other's mail", () -> mailed.count() > mails);
        assertThat(mailed.count()).isEqualTo(mails + 1);
        assertThatThrownBy(() -> resets.choose(Caller.NOBODY, token, OTHER)).isInstanceOf(AccessSuspended.class);
        desk.get(OwnTransaction.class).call(() -> suspensions.resume(operator, "company"));
        resets.choose(Caller.NOBODY, token, OTHER);
        assertThat(signIn(OTHER)).isNotNull();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        AttemptsInTransactions.provide(desk);
        resets = desk.get(PasswordResets.class);
        mailed = new MailedLinks(desk);
        before = joined(desk.colleague("Ada", Role.ADMINISTRATOR, 1), ADDRESS);
    }

    private SignedIn joined(Caller.Staff admin, String email) {
        desk.get(StaffInvitations.class).invite(admin, new InvitationDraft(email, "agent", null, Locale.ENGLISH));
        return desk.get(StaffInvitations.class)
                .join(Caller.NOBODY, mailed.token(), "Nora", PASSWORD, SignInKind.API, HERE);
    }

    private void ask(String email, Locale language) {
        resets.request(Caller.NOBODY, email, language, HERE);
    }

    private void askFrom(String address) {
        resets.request(Caller.NOBODY, ADDRESS, Locale.ENGLISH, new ClientInfo(address, "test"));
    }

    /** @return the token that was mailed */
    private String asked(Locale language) {
        long mails = mailed.count();
        ask(ADDRESS, language);
        desk.await("the mail", () -> mailed.count() > mails);
        return mailed.token();
    }

    private SignedIn signIn(NewPassword password) {
        return desk.get(SignIns.class).signIn(Caller.NOBODY, ADDRESS, password.value(), null, SignInKind.API, HERE);
    }

    private boolean alive() {
        return desk.get(OwnTransaction.class)
                .call(() -> desk.get(SignIns.class).authenticate(before.token()).isPresent());
    }
}
