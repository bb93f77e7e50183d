package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.password.Passwords;
import dev.parley.testing.SettableClock;
import dev.parley.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-2")
class DemoDataIT {
    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_demo_is_made_once_and_production_refuses_it(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            start(database);
            start(database);

            assertThat(column(database, "select email from account order by email"))
                    .containsExactly(
                            "admin@acme.example",
                            "admin@globex.example",
                            "agent1@acme.example",
                            "agent2@acme.example",
                            "agent@globex.example",
                            "editor@acme.example",
                            "supervisor@acme.example");
            assertThat(column(database, "select extension from desk_phone order by extension"))
                    .containsExactly("1001", "1002");
            assertThat(column(database, "select distinct status from agent_presence"))
                    .containsExactly("offline");
            assertThat(
                            column(
                                    database,
                                    "select d.name from site s join department d on d.id = s.default_department_id where site_key = 'acme'"))
                    .containsExactly("Support");

            System.setProperty("parley.mode", "production");
            try {
                assertThatThrownBy(() -> start(database)).hasMessageContaining("PARLEY_MODE=production");
            } finally {
                System.clearProperty("parley.mode");
            }
        }
    }

    private static void start(TestDatabase database) {
        DemoStart.in(database, new Passwords(), new SettableClock());
    }

    @SuppressWarnings("unchecked")
    private static List<Object> column(TestDatabase database, String sql) {
        return database.in(em -> em.createNativeQuery(sql).getResultList());
    }
}
