package dev.parley.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.call.persistence.Phones;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testing.SettableClock;
import dev.parley.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("VOX-3")
class DeskPhonesIT {
    private final SettableClock clock = new SettableClock();

    private record Kept(Optional<List<Binding>> change) implements BindingRule.Decision {}

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_phone_keeps_digests_and_no_password(TestDatabase.Kind kind) {
        try (TestDatabase database = desk(kind)) {
            in(database, phones -> phones.provision(Caller.DESK, "ann@a.example", "1001", "parley-demo"));

            PhoneSecret secret =
                    in(database, phones -> phones.secret(Caller.DESK, "1001")).orElseThrow();

            // printf '1001:parley:parley-demo' | md5sum, sha256sum
            assertThat(secret.ha1Md5()).isEqualTo("45a2ddac63777810c99233fee3077435");
            assertThat(secret.ha1Sha256())
                    .isEqualTo("8e09609aee53686079de757eae4a22216f71754d7bf843eaa3f5e82232eece86");
            assertThat(secret.toString()).doesNotContain(secret.ha1Md5());
            Optional<PhoneSecret> unknown = in(database, phones -> phones.secret(Caller.DESK, "1002"));
            assertThat(unknown).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void bindings_are_replaced_as_the_rule_says_and_expire(TestDatabase.Kind kind) {
        try (TestDatabase database = desk(kind)) {
            in(database, phones -> phones.provision(Caller.DESK, "ann@a.example", "1001", "parley-demo"));
            long phone = in(database, phones -> phones.secret(Caller.DESK, "1001"))
                    .orElseThrow()
                    .phone();
            Instant soon = clock.instant().plus(Duration.ofSeconds(60));
            Instant later = clock.instant().plus(Duration.ofSeconds(600));

            register(database, phone, List.of(binding("sip:a", 100, soon), binding("sip:b", 900, later)));
            assertThat(reach(database)).containsExactly("sip:b", "sip:a");

            clock.pass(Duration.ofSeconds(60));
            assertThat(reach(database)).containsExactly("sip:b");
            int forgotten = in(database, phones -> phones.forgetExpired(Caller.DESK));
            assertThat(forgotten).isEqualTo(1);

            in(
                    database,
                    phones -> phones.register(Caller.DESK, phone, (current, now) -> {
                        assertThat(current).extracting(Binding::contact).containsExactly("sip:b");
                        return new Kept(Optional.empty());
                    }));
            assertThat(reach(database)).containsExactly("sip:b");

            register(database, phone, List.of());
            assertThat(reach(database)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_the_company_itself_gives_out_its_phones(TestDatabase.Kind kind) {
        try (TestDatabase database = desk(kind)) {
            Caller ofA = new Caller.Staff(1, 11, "ann", "Ann", Role.ADMINISTRATOR, 1);
            Caller ofB = new Caller.Staff(2, 21, "bob", "Bob", Role.ADMINISTRATOR, 2);
            Caller agent = new Caller.Staff(1, 11, "ann", "Ann", Role.AGENT, 3);
            in(database, phones -> phones.provision(ofA, "ann", "1001", "parley-demo"));

            assertThatThrownBy(() -> in(database, p -> p.provision(ofB, "ann", "2001", "parley-demo")))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> in(database, p -> p.provision(ofB, "bob", "1001", "parley-demo")))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> in(database, p -> p.provision(agent, "ann", "1003", "parley-demo")))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> in(database, p -> p.secret(ofA, "1001"))).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> in(database, p -> p.provision(ofA, "ann", "x", "parley-demo")))
                    .isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> in(database, p -> p.provision(ofA, "ann", "1001", "short")))
                    .isInstanceOf(Invalid.class);
            List<PhoneView> phonesOfA = in(database, p -> p.all(ofA));
            List<PhoneView> phonesOfB = in(database, p -> p.all(ofB));
            assertThat(phonesOfA).extracting(PhoneView::extension).containsExactly("1001");
            assertThat(phonesOfB).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-1")
    void the_phone_of_a_colleague_who_left_opens_nothing_and_is_not_rung(TestDatabase.Kind kind) {
        try (TestDatabase database = desk(kind)) {
            in(database, phones -> phones.provision(Caller.DESK, "ann@a.example", "1001", "parley-demo"));
            long phone = in(database, phones -> phones.secret(Caller.DESK, "1001"))
                    .orElseThrow()
                    .phone();
            register(
                    database,
                    phone,
                    List.of(binding("sip:a", 100, clock.instant().plus(Duration.ofSeconds(600)))));

            leave(database, "ann");
            Optional<PhoneSecret> secret = in(database, phones -> phones.secret(Caller.DESK, "1001"));
            assertThat(secret).isEmpty();
            assertThat(reach(database)).isEmpty();
        }
    }

    private static void leave(TestDatabase database, String account) {
        database.in(em -> em.createNativeQuery("update account set active = false where public_id = ?1")
                .setParameter(1, account)
                .executeUpdate());
    }

    private void register(TestDatabase database, long phone, List<Binding> bindings) {
        in(database, phones -> phones.register(Caller.DESK, phone, (current, now) -> new Kept(Optional.of(bindings))));
    }

    private List<String> reach(TestDatabase database) {
        return in(database, phones -> phones.reach(Caller.DESK, "1001")).stream()
                .map(Binding::contact)
                .toList();
    }

    private static Binding binding(String contact, int preference, Instant until) {
        return new Binding(contact, "call", 1, preference, "udp", "127.0.0.1", 5062, until);
    }

    private <T> T in(TestDatabase database, Function<DeskPhones, T> work) {
        return database.in(em -> work.apply(door(em)));
    }

    private DeskPhones door(EntityManager em) {
        DeskPhones door = new DeskPhones(new Phones(em), clock);
        door.suspensions = dev.parley.company.OnDatabase.suspensions(em);
        return door;
    }

    private TestDatabase desk(TestDatabase.Kind kind) {
        TestDatabase database = kind.open();
        database.in(em -> {
            hire(em, 1, 11, "ann");
            hire(em, 2, 21, "bob");
            return null;
        });
        return database;
    }

    private static void hire(EntityManager em, long company, long account, String name) {
        em.createNativeQuery("insert into company (id, public_id, name, demo, created_at)"
                        + " values (?1, ?2, ?2, false, current_timestamp)")
                .setParameter(1, company)
                .setParameter(2, "company-" + company)
                .executeUpdate();
        em.createNativeQuery("insert into account (id, public_id, company_id, email, name, role, password_hash,"
                        + " failed_attempts, active, demo, created_at)"
                        + " values (?1, ?2, ?3, ?4, ?2, 'agent', '', 0, true, false, current_timestamp)")
                .setParameter(1, account)
                .setParameter(2, name)
                .setParameter(3, company)
                .setParameter(4, name + "@" + (char) ('a' + company - 1) + ".example")
                .executeUpdate();
    }
}
