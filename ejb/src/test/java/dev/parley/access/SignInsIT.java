package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.domain.Account;
import dev.parley.access.password.Passwords;
import dev.parley.company.domain.Company;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.HeldRole;
import dev.parley.shared.NotFound;
import dev.parley.shared.RateLimited;
import dev.parley.shared.RateLimits;
import dev.parley.shared.Role;
import dev.parley.shared.Secrets;
import dev.parley.shared.Unauthorized;
import dev.parley.testing.News;
import dev.parley.testing.SettableClock;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-5")
class SignInsIT {
    private static final String PASSWORD = "correct horse battery staple";
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");

    private final Passwords passwords = new Passwords();
    private final SettableClock clock = new SettableClock();
    private final News<SignInEnded> news = new News<>();
    private TestDatabase database;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_right_password_opens_and_the_token_says_who_it_is(TestDatabase.Kind kind) {
        open(kind);

        SignedIn signedIn = signIn("Ann@Example.com", PASSWORD, SignInKind.API);

        assertThat(signedIn.account().email()).isEqualTo("ann@example.com");
        assertThat(bearer(signedIn.token())).map(SignedIn::caller).contains(signedIn.caller());
        assertThat(bearer(signedIn.token() + "x")).isEmpty();
        assertThat(signedIn.toString()).doesNotContain(signedIn.token());
        assertThat(column("select token_hash from sign_in")).hasSize(1).doesNotContain(signedIn.token());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void unknown_and_known_addresses_get_the_same_answers_up_to_the_lock(TestDatabase.Kind kind) {
        open(kind);

        for (String email : List.of("ann@example.com", "nobody@example.com")) {
            assertThatThrownBy(() -> signIn(email, "wrong", SignInKind.API))
                    .isInstanceOf(Unauthorized.class)
                    .hasMessage("E-mail or password is not right. After 4 more tries you will have to wait a minute.");
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> signIn(email, "wrong", SignInKind.API)).isInstanceOf(Unauthorized.class);
            }
            assertThatThrownBy(() -> signIn(email, "wrong", SignInKind.API))
                    .isInstanceOf(Unauthorized.class)
                    .hasMessage("E-mail or password is not right. Try again in a minute.");
            assertThatThrownBy(() -> signIn(email, PASSWORD, SignInKind.API)).isInstanceOf(RateLimited.class);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_locked_account_opens_when_the_wait_is_over_and_forgets(TestDatabase.Kind kind) {
        open(kind);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> signIn("ann@example.com", "wrong", SignInKind.API))
                    .isInstanceOf(Unauthorized.class);
        }

        clock.pass(Duration.ofSeconds(61));

        assertThat(signIn("ann@example.com", PASSWORD, SignInKind.API)).isNotNull();
        assertThat(column("select email_hash from sign_in_guard")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_hash_of_yesterdays_strength_is_replaced_when_the_password_is_at_hand(TestDatabase.Kind kind) {
        open(kind);
        database.in(em -> em.createNativeQuery("update account set password_hash = ?1")
                .setParameter(
                        1, "pbkdf2-sha512$1000$AAAAAAAAAAAAAAAAAAAAAA$6sTmK7mVwVjcFVbqqVyk/5k3a5mUC4Tn6J4zEYtkbfY")
                .executeUpdate());
        assertThatThrownBy(() -> signIn("ann@example.com", PASSWORD, SignInKind.API))
                .isInstanceOf(Unauthorized.class);

        database.in(em -> em.createNativeQuery("update account set password_hash = ?1")
                .setParameter(1, dev.parley.access.password.OldHashes.of(PASSWORD))
                .executeUpdate());
        signIn("ann@example.com", PASSWORD, SignInKind.API);

        assertThat(column("select password_hash from account where name = 'ann'"))
                .singleElement()
                .asString()
                .startsWith("pbkdf2-sha512$210000$");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_sockets_token_lives_under_the_pages_sign_in_and_dies_with_it(TestDatabase.Kind kind) {
        open(kind);
        SignedIn page = signIn("ann@example.com", PASSWORD, SignInKind.PAGE);
        SocketToken socket = asking(d -> d.openSocketToken(page.caller(), HERE));

        assertThat(bearer(socket.token())).isPresent();
        assertThat(bearer(page.token())).as("a cookie is no bearer").isEmpty();
        assertThat(page(socket.token())).as("nor the other way round").isEmpty();
        long child = bearer(socket.token()).orElseThrow().caller().signIn();

        tell(d -> d.signOut(page.caller()));

        assertThat(bearer(socket.token())).isEmpty();
        assertThat(page(page.token())).isEmpty();
        assertThat(news.fired())
                .singleElement()
                .satisfies(ended -> assertThat(ended.signIns())
                        .containsExactlyInAnyOrder(page.caller().signIn(), child));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_page_ends_after_two_idle_hours_and_a_sockets_token_after_a_quarter(TestDatabase.Kind kind) {
        open(kind);
        SignedIn page = signIn("ann@example.com", PASSWORD, SignInKind.PAGE);
        SocketToken socket = asking(d -> d.openSocketToken(page.caller(), HERE));
        clock.pass(Duration.ofMinutes(14));
        assertThat(bearer(socket.token())).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThat(bearer(socket.token())).isEmpty();

        clock.pass(Duration.ofMinutes(100));
        assertThat(page(page.token())).as("used again in time").isPresent();
        clock.pass(Duration.ofMinutes(119));
        assertThat(page(page.token())).isPresent();
        clock.pass(Duration.ofMinutes(121));
        assertThat(page(page.token())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_a_socket_was_opened_with_stands_as_long_as_its_page_though_its_own_time_is_over(TestDatabase.Kind kind) {
        open(kind);
        SignedIn page = signIn("ann@example.com", PASSWORD, SignInKind.PAGE);
        SignedIn bob = signIn("bob@example.com", PASSWORD, SignInKind.API);
        SocketToken socket = asking(d -> d.openSocketToken(page.caller(), HERE));
        long child = bearer(socket.token()).orElseThrow().caller().signIn();
        List<Long> asked = List.of(page.caller().signIn(), child, bob.caller().signIn());
        clock.pass(Duration.ofMinutes(16));
        assertThat(bearer(socket.token())).isEmpty();

        assertThat(standing(asked)).containsOnlyKeys(asked);
        assertThat(standing(asked).get(child)).isEqualTo(page.caller().role());

        tell(d -> d.signOut(page.caller()));
        assertThat(standing(asked)).containsOnlyKeys(bob.caller().signIn());

        database.in(em -> em.createNativeQuery("update account set active = false where name = 'bob'")
                .executeUpdate());
        assertThat(standing(asked)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void own_sign_ins_are_listed_and_revoked_and_a_colleagues_are_not(TestDatabase.Kind kind) {
        open(kind);
        SignedIn first = signIn("ann@example.com", PASSWORD, SignInKind.PAGE);
        SignedIn second = signIn("ann@example.com", PASSWORD, SignInKind.API);
        SignedIn bob = signIn("bob@example.com", PASSWORD, SignInKind.API);

        List<SignInView> own = asking(d -> d.own(second.caller()));
        assertThat(own).extracting(SignInView::current).containsExactly(true, false);
        assertThatThrownBy(() -> tell(d -> d.revoke(bob.caller(), own.get(1).id())))
                .isInstanceOf(NotFound.class);
        tell(d -> d.revoke(second.caller(), own.get(1).id()));

        assertThat(page(first.token())).isEmpty();
        assertThat(bearer(second.token())).isPresent();
        assertThatThrownBy(() -> asking(d -> d.own(Caller.NOBODY))).isInstanceOf(Unauthorized.class);
        assertThatThrownBy(() -> asking(d -> d.openSocketToken(second.caller(), HERE)))
                .isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_inactive_account_opens_no_door(TestDatabase.Kind kind) {
        open(kind);
        SignedIn before = signIn("ann@example.com", PASSWORD, SignInKind.API);

        database.in(
                em -> em.createNativeQuery("update account set active = false").executeUpdate());

        assertThat(bearer(before.token())).isEmpty();
        assertThatThrownBy(() -> signIn("ann@example.com", PASSWORD, SignInKind.API))
                .isInstanceOf(Unauthorized.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_ended_long_ago_is_swept_away_and_what_lives_stays(TestDatabase.Kind kind) {
        open(kind);
        SignedIn old = signIn("ann@example.com", PASSWORD, SignInKind.PAGE);
        asking(d -> d.openSocketToken(old.caller(), HERE));
        assertThatThrownBy(() -> signIn("nobody@example.com", "wrong", SignInKind.API))
                .isInstanceOf(Unauthorized.class);
        clock.pass(Duration.ofDays(31));
        SignedIn fresh = signIn("ann@example.com", PASSWORD, SignInKind.API);

        database.in(em -> {
            SignInSweep sweep = new SignInSweep(clock);
            sweep.em = em;
            sweep.passkeyChallenges = new PasskeyChallenges(clock);
            sweep.passkeyChallenges.em = em;
            sweep.sweep();
            return null;
        });

        assertThat(column("select kind from sign_in")).containsExactly("api");
        assertThat(column("select email_hash from sign_in_guard")).isEmpty();
        assertThat(bearer(fresh.token())).isPresent();
    }

    @SuppressWarnings("unchecked")
    private List<Object> column(String sql) {
        return database.in(em -> em.createNativeQuery(sql).getResultList());
    }

    private void open(TestDatabase.Kind kind) {
        database = kind.open();
        database.in(em -> {
            Company company = Company.create("Example", false, clock.instant());
            em.persist(company);
            em.flush();
            for (String name : List.of("ann", "bob")) {
                em.persist(Account.create(
                        company.id(),
                        name + "@example.com",
                        name,
                        null,
                        Role.AGENT,
                        passwords.hash(PASSWORD),
                        false,
                        clock.instant()));
            }
            return null;
        });
    }

    private Optional<SignedIn> bearer(String token) {
        return asking(d -> d.authenticate(token));
    }

    private Map<Long, HeldRole> standing(List<Long> signIns) {
        return database.in(em -> {
            var door = new StandingSignIns();
            door.em = em;
            return door.roles(signIns);
        });
    }

    private Optional<SignedIn> page(String cookie) {
        return asking(d -> d.authenticatePage(cookie));
    }

    private SignedIn signIn(String email, String password, SignInKind kind) {
        return asking(d -> d.signIn(Caller.NOBODY, email, password, null, kind, HERE));
    }

    private void tell(java.util.function.Consumer<SignIns> what) {
        asking(d -> {
            what.accept(d);
            return Optional.empty();
        });
    }

    /** Runs a call of the door as the container would: in a transaction, the tries in one of their own. */
    private <T> T asking(Function<SignIns, T> what) {
        return database.in(em -> {
            var attempts = new SignInAttempts(passwords, null, null, null, null, clock) {
                @Override
                public Duration lock(String email) {
                    return database.in(own -> on(own).lock(email));
                }

                @Override
                public Outcome attempt(String email, String password, String code, SignInKind kind, ClientInfo client) {
                    return database.in(own -> on(own).attempt(email, password, code, kind, client));
                }
            };
            var ending = new SignInEnding(news, clock);
            ending.em = em;
            var door = new SignIns(attempts, passwords, new RateLimits(), ending, clock);
            door.em = em;
            door.suspensions = dev.parley.company.OnDatabase.suspensions(em);
            return what.apply(door);
        });
    }

    private SignInAttempts on(jakarta.persistence.EntityManager em) {
        var secrets = new Secrets();
        var codes = new CodeCheck(secrets);
        codes.em = em;
        var guesses = new Guesses(clock);
        guesses.em = em;
        var signOns = new SignOnRules(secrets);
        signOns.em = em;
        var attempts = new SignInAttempts(passwords, codes, new SecondStep(secrets), guesses, signOns, clock);
        attempts.em = em;
        attempts.suspensions = dev.parley.company.OnDatabase.suspensions(em);
        return attempts;
    }
}
