package dev.parley.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody has decided of each table and column of the database whether it leaves the building. */
@Tag("SEC-3")
@Tag("SEC-6")
class ExportTablesIT {
    /** Names of columns that hold a secret, or open something, or prove something; whoever finds another sort adds it here. */
    private static final Pattern SECRET = Pattern.compile(
            ".*(password_hash|token_hash|code_hash|cookie_hash|key_hash|secret|private|identity_key|ha1).*");

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void each_table_and_column_is_classified_and_each_that_is_named_is_there(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = kind.open()) {
            Map<String, Set<String>> there = there(database);
            // of the installation's own nobody needs the columns
            ExportTables.get().outside().forEach(table -> there.computeIfPresent(table, (t, columns) -> Set.of()));

            assertThat(classified()).isEqualTo(there);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_new_table_or_column_is_noticed(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = kind.alone()) {
            change(database, "create table planted (id bigint primary key, company_id bigint)");
            change(database, "alter table account add column planted varchar(10)");

            Map<String, Set<String>> there = there(database);
            assertThat(there).containsKey("planted");
            assertThat(classified()).doesNotContainKey("planted");
            assertThat(there.get("account")).contains("planted");
            assertThat(classified().get("account")).doesNotContain("planted");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_belongs_to_a_company_is_not_left_outside(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = kind.open()) {
            there(database).forEach((table, columns) -> {
                boolean ofCompanies = columns.contains("company_id") || table.equals("company");
                assertThat(ExportTables.get().outside().contains(table))
                        .as(table)
                        .isEqualTo(!ofCompanies);
            });
        }
    }

    /** What a row points at can be found in the same archive. */
    @ParameterizedTest
    @MethodSource("databases")
    void no_row_that_is_exported_points_out_of_the_archive(TestDatabase.Kind kind) throws Exception {
        Map<String, ExportTable> exported =
                ExportTables.get().all().stream().collect(Collectors.toMap(ExportTable::name, each -> each));
        try (TestDatabase database = kind.open();
                Connection c = database.dataSource().getConnection()) {
            int seen = 0;
            for (ExportTable table : exported.values()) {
                try (ResultSet keys = c.getMetaData().getImportedKeys(null, c.getSchema(), table.name())) {
                    for (; keys.next(); seen++) {
                        String target = keys.getString("PKTABLE_NAME");
                        assertThat(exported).as(table.name()).containsKey(target);
                        assertThat(exported.get(target).columns()).contains(keys.getString("PKCOLUMN_NAME"));
                        assertThat(table.columns()).contains(keys.getString("FKCOLUMN_NAME"));
                    }
                }
            }
            assertThat(seen).isGreaterThan(80);
        }
    }

    @Test
    void what_is_called_like_a_secret_stays_here() {
        for (ExportTable table : ExportTables.get().all())
            assertThat(table.columns())
                    .as(table.name())
                    .noneMatch(column -> SECRET.matcher(column).matches());
        assertThat(withheld("account")).contains("password_hash");
        assertThat(withheld("second_factor")).contains("secret");
        assertThat(withheld("sign_on_provider")).contains("sealed_secret");
        assertThat(withheld("site")).contains("identity_key");
        assertThat(withheld("outbox")).contains("content");
        assertThat(withheld("push_subscription")).contains("endpoint", "auth", "p256dh");
    }

    private static Set<String> withheld(String name) {
        return ExportTables.get().all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow()
                .withheld();
    }

    private static Map<String, Set<String>> classified() {
        Map<String, Set<String>> all = new TreeMap<>();
        for (ExportTable table : ExportTables.get().all()) {
            List<String> names = new ArrayList<>(table.columns());
            names.addAll(table.withheld());
            assertThat(names).as(table.name()).doesNotHaveDuplicates();
            assertThat(all.put(table.name(), new TreeSet<>(names)))
                    .as(table.name() + " before")
                    .isNull();
        }
        ExportTables.get().outside().forEach(table -> all.put(table, Set.of()));
        return all;
    }

    private static Map<String, Set<String>> there(TestDatabase database) throws SQLException {
        Map<String, Set<String>> all = new TreeMap<>();
        try (Connection c = database.dataSource().getConnection();
                ResultSet columns = c.getMetaData().getColumns(null, c.getSchema(), "%", "%")) {
            while (columns.next()) {
                all.computeIfAbsent(columns.getString("TABLE_NAME"), t -> new TreeSet<>())
                        .add(columns.getString("COLUMN_NAME"));
            }
        }
        return all;
    }

    private static void change(TestDatabase database, String sql) throws SQLException {
        try (Connection c = database.dataSource().getConnection();
                var s = c.createStatement()) {
            s.execute(sql);
        }
    }
}
