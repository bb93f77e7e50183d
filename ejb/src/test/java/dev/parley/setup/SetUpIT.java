package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.access.ClientInfo;
import dev.parley.access.NewPassword;
import dev.parley.access.SignedIn;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-1")
@Tag("OPS-9")
class SetUpIT {
    private static final ClientInfo HERE = new ClientInfo("192.0.2.1", "test");
    private static final String WRONG = "0000-0000-0000-0000-0000-0000";

    private final PrintedCodes log = new PrintedCodes();
    private TestDesk desk;
    private SetUp setUp;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @BeforeEach
    void production() {
        System.setProperty("parley.mode", "production");
        System.setProperty("parley.secret", "a secret of this test, long enough for it");
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty("parley.mode");
        System.clearProperty("parley.secret");
        log.close();
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("COM-6")
    void the_code_of_the_log_makes_a_whole_company_once(TestDatabase.Kind kind) throws Exception {
        open(kind);
        setUp.announce();

        SignedIn owner = found(log.last().toUpperCase().replace("-", " "), draft("Owner@Example.com", "shop"));

        assertThat(owner.caller().role().is(Role.OWNER)).isTrue();
        assertThat(owner.account().language()).isEqualTo("de");
        long company = owner.caller().companyId();
        assertThat(desk.ask("select name from company where id = ? and demo = false", company))
                .isEqualTo("Example Ltd");
        assertThat(desk.ask(
                        "select d.name from site s join department d on d.id = s.default_department_id"
                                + " where s.site_key = 'shop' and s.company_id = ? and s.allowed_origins = ''",
                        company))
                .isEqualTo("Support");
        assertThat(desk.ask("select languages from site where company_id = ?", company))
                .isEqualTo("de");
        assertThat(desk.ask("select time_zone from business_hours where company_id = ? and week is null", company))
                .isEqualTo("Europe/Berlin");
        assertThat(desk.count("select count(*) from department_member where company_id = ?", company))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from label where company_id = ? and kind <> 'tag'", company))
                .isEqualTo(9);
        assertThat(desk.count("select count(*) from label where company_id = ? and kind = 'tag'", company))
                .isZero();
        assertThat(desk.ask("select demo from account where email = 'owner@example.com'"))
                .isEqualTo(false);
        assertThat(desk.count(
                        "select count(distinct kind) from audit_entry where company_id = ? and address = '192.0.2.1'"
                                + " and kind in ('company', 'person', 'department', 'site')",
                        company))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void after_the_first_owner_there_is_no_set_up_and_no_code(TestDatabase.Kind kind) throws Exception {
        open(kind);
        setUp.announce();
        String code = log.last();
        found(code, draft("one@example.com", "one"));

        assertThat(setUp.open()).isFalse();
        assertThatThrownBy(() -> found(code, draft("two@example.com", "two"))).isInstanceOf(NotFound.class);
        desk.clock.advance(Duration.ofHours(1));
        assertThat(node().open()).isFalse();
        node().announce();
        assertThat(log.all()).containsExactly(code);
        assertThat(desk.count("select count(*) from account")).isEqualTo(1);
        assertThat(desk.count("select count(*) from set_up where code_hash is null and salt is null"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_code_is_good_for_thirty_minutes_and_then_another_is_printed_once(TestDatabase.Kind kind) throws Exception {
        open(kind);
        setUp.announce();
        String first = log.last();
        desk.clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(setUp.open()).isTrue();
        assertThat(log.all()).containsExactly(first);

        desk.clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> found(first, draft("one@example.com", "one"))).isInstanceOf(WrongSetUpCode.class);
        SetUp other = node();
        for (int i = 0; i < 5; i++)
            assertThat(i % 2 == 0 ? setUp.open() : other.open()).isTrue();
        assertThat(log.all()).hasSize(2).doesNotHaveDuplicates();
        assertThatThrownBy(() -> found(first, draft("one@example.com", "one"))).isInstanceOf(WrongSetUpCode.class);
        found(log.last(), draft("one@example.com", "one"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void every_node_prints_the_same_code_and_takes_it(TestDatabase.Kind kind) throws Exception {
        open(kind);
        setUp.announce();
        node().announce();

        assertThat(log.all()).hasSize(2);
        assertThat(log.all().get(1)).isEqualTo(log.all().get(0));
        assertThat(node().found(Caller.NOBODY, log.last(), draft("one@example.com", "one"), HERE)
                        .token())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_database_holds_a_hash_and_nothing_that_gives_the_code_without_the_secret(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        setUp.announce();
        String plain = log.last().replace("-", "");

        assertThat(plain).matches("[0-9a-f]{24}");
        assertThat(desk.ask("select code_hash from set_up")).isEqualTo(Digests.sha256(plain));
        String salt = (String) desk.ask("select salt from set_up");
        assertThat(Digests.sha256(salt)).doesNotContain(plain);
        System.setProperty("parley.secret", "another secret of this test, also long enough");
        node().announce();
        assertThat(log.last()).as("of another secret").isNotEqualTo(log.all().get(0));
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-5")
    void wrong_codes_lock_their_client_on_every_node_and_the_right_one_opens(TestDatabase.Kind kind) throws Exception {
        open(kind);
        setUp.announce();
        String code = log.last();
        for (int left = 4; left >= 0; left--) {
            int expected = left;
            SetUp at = left % 2 == 0 ? setUp : node();
            assertThatThrownBy(() -> at.found(Caller.NOBODY, WRONG, draft("one@example.com", "one"), HERE))
                    .isInstanceOfSatisfying(
                            WrongSetUpCode.class, e -> assertThat(e.left()).isEqualTo(expected));
        }

        assertThatThrownBy(() -> node().found(Caller.NOBODY, WRONG, draft("one@example.com", "one"), HERE))
                .isInstanceOf(RateLimited.class);
        assertThat(desk.count("select count(*) from account")).isZero();
        // strangers may come from the same address, that of a proxy
        found(code, draft("one@example.com", "one"));
        assertThat(desk.count("select count(*) from sign_in_guard")).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobody_guesses_from_elsewhere_that_the_operator_is_kept_out(TestDatabase.Kind kind) throws Exception {
        open(kind);
        setUp.announce();
        ClientInfo stranger = new ClientInfo("198.51.100.7", "test");
        for (int i = 0; i < 6; i++)
            assertThat(catchThrowable(
                            () -> setUp.found(Caller.NOBODY, null, draft("one@example.com", "one"), stranger)))
                    .isInstanceOfAny(WrongSetUpCode.class, RateLimited.class);

        found(log.last(), draft("one@example.com", "one"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void of_two_with_the_same_code_at_once_exactly_one_wins(TestDatabase.Kind kind) throws Exception {
        open(kind);
        setUp.announce();
        String code = log.last();
        SetUp other = node();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Throwable> refused = new ArrayList<>();
        try {
            Future<SignedIn> one = both.submit(() -> {
                together.await();
                return found(code, draft("one@example.com", "one"));
            });
            Future<SignedIn> two = both.submit(() -> {
                together.await();
                return other.found(
                        Caller.NOBODY, code, draft("two@example.com", "two"), new ClientInfo("192.0.2.2", "test"));
            });
            for (Future<SignedIn> each : List.of(one, two)) {
                Throwable thrown = catchThrowable(each::get);
                if (thrown != null) refused.add(thrown.getCause());
            }
        } finally {
            both.shutdown();
        }

        assertThat(refused).singleElement().isInstanceOf(NotFound.class);
        assertThat(desk.count("select count(*) from account where role = 'owner'"))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from company where name = 'Example Ltd'"))
                .isEqualTo(1);
        assertThat(desk.count("select count(*) from site where site_key in ('one', 'two')"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_does_not_fit_makes_nothing_and_the_code_stays_good(TestDatabase.Kind kind) throws Exception {
        open(kind);
        setUp.announce();
        String code = log.last();

        assertUnfit(code, SetUpField.KEY, draft("one@example.com", "No Key"));
        assertUnfit(code, SetUpField.EMAIL, draft("one", "one"));
        assertThatThrownBy(() -> found(code, draft("correct horse battery@example.com", "one")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> found(code, draft("correct-horse@example.com", "one", "correct-horse1")))
                .as("like the address")
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> found(code, draft("one@example.com", "acme")))
                .as("a taken key")
                .isInstanceOf(Refused.class);
        assertThat(desk.count("select count(*) from company")).isEqualTo(1);
        assertThat(desk.count("select count(*) from account")).isZero();
        found(code, draft("one@example.com", "one"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_demo_has_no_set_up(TestDatabase.Kind kind) throws Exception {
        System.setProperty("parley.mode", "demo");
        open(kind);
        setUp.announce();

        assertThat(setUp.open()).isFalse();
        assertThat(log.all()).isEmpty();
        assertThatThrownBy(() -> found(WRONG, draft("one@example.com", "one"))).isInstanceOf(NotFound.class);
    }

    private void assertUnfit(String code, SetUpField field, SetUpDraft draft) {
        assertThatThrownBy(() -> found(code, draft))
                .isInstanceOfSatisfying(
                        UnfitSetUp.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        setUp = desk.get(SetUp.class);
    }

    private SetUp node() {
        return desk.node().get(SetUp.class);
    }

    private SignedIn found(String code, SetUpDraft draft) {
        return setUp.found(Caller.NOBODY, code, draft, HERE);
    }

    private static SetUpDraft draft(String email, String key) {
        return draft(email, key, "correct horse battery");
    }

    private static SetUpDraft draft(String email, String key, String password) {
        return new SetUpDraft(
                " Example Ltd ", "Support", key, null, "Olga", email, new NewPassword(password), "de", "Europe/Berlin");
    }
}
