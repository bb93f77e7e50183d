package dev.parley.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.company.CompanyView;
import dev.parley.file.FileStore;
import dev.parley.file.store.FolderFileStore;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Role;
import dev.parley.shared.Unavailable;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-3")
@Tag("SEC-6")
class CompanyExportIT {
    private static final Caller OPERATOR = new Caller.Operator("192.0.2.9");
    private static final String STORED = "0123456789abcdef0123456789abcdef";
    private static final String LOST = "ffffffffffffffffffffffffffffffff";

    @TempDir
    Path folder;

    private TestDesk desk;
    private CompanyExports exports;
    private FileStore store;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_archive_holds_a_file_for_each_table_and_says_what_is_in_it(TestDatabase.Kind kind) throws Exception {
        open(kind);
        desk.colleague("Ada \"the\" \u00d6wner\n\u2028", Role.OWNER, 1);
        desk.waiting(1);
        desk.waiting(2);
        Map<String, byte[]> archive = export();

        JsonObject manifest = json(text(archive, "manifest.json"));
        assertThat(manifest.getJsonObject("company").getString("id")).isEqualTo("company");
        assertThat(manifest.getJsonArray("tables"))
                .hasSameSizeAs(ExportTables.get().all());
        for (JsonObject table : manifest.getJsonArray("tables").getValuesAs(JsonObject.class)) {
            byte[] lines = archive.get(table.getString("file"));
            assertThat(table.getString("sha256")).isEqualTo(Digests.sha256(lines));
            assertThat(rows(archive, table.getString("name"))).hasSize(table.getInt("rows"));
        }
        assertThat(new ArrayList<>(archive.keySet()))
                .as("what shows that it is whole")
                .last()
                .isEqualTo("manifest.json");
        assertThat(rows(archive, "conversation")).hasSize(2);
        assertThat(rows(archive, "department"))
                .extracting(row -> row.getString("name"))
                .containsExactlyInAnyOrder("Support", "Sales");
        JsonObject ada = rows(archive, "account").get(0);
        assertThat(ada.getString("name")).isEqualTo("Ada \"the\" \u00d6wner\n\u2028");
        assertThat(ada.getString("created_at")).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(ada.getBoolean("active")).isTrue();
        assertThat(ada.isNull("title")).isTrue();
        assertThat(ada.getJsonNumber("id").longValue()).isGreaterThan(1000);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void no_secret_is_in_it(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff ada = desk.colleague("Ada", Role.OWNER, 1);
        desk.change("update account set password_hash = 'canary-password'");
        desk.change("update site set identity_key = 'canary-identity'");
        desk.change(
                "insert into second_factor (account_id, company_id, secret, prepared_at, last_step) values (?, 1, 'canary-totp', ?, 0)",
                ada.accountId(),
                desk.now());
        desk.change(
                "insert into recovery_code (id, company_id, account_id, code_hash) values (1, 1, ?, 'canary-code')",
                ada.accountId());
        desk.change(
                "insert into sign_on_provider (company_id, issuer, client_id, sealed_secret, switched_on, passwords, newcomers)"
                        + " values (1, 'https://login.example', 'client', 'canary-oidc', true, true, 'nobody')");
        desk.change(
                "insert into api_token (id, public_id, company_id, account_id, name, prefix, token_hash, scopes, created_at, expires_at)"
                        + " values (1, 'token', 1, ?, 'shop', 'pt_abc', 'canary-token', 'audit:read', ?, ?)",
                ada.accountId(),
                desk.now(),
                desk.now());
        desk.change(
                "insert into desk_phone (id, public_id, company_id, account_id, extension, ha1_sha256, ha1_md5, created_at)"
                        + " values (1, 'phone', 1, ?, '1001', 'canary-ha1', 'canary-md5', ?)",
                ada.accountId(),
                desk.now());
        Map<String, byte[]> archive = export();

        archive.forEach(
                (name, bytes) -> assertThat(text(archive, name)).as(name).doesNotContain("canary"));
        assertThat(rows(archive, "api_token")).hasSize(1);
        assertThat(rows(archive, "sign_on_provider"))
                .extracting(row -> row.getString("issuer"))
                .containsExactly("https://login.example");
        assertThat(rows(archive, "second_factor")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nothing_of_another_company_is_in_it(TestDatabase.Kind kind) throws Exception {
        open(kind);
        desk.change(
                "insert into company (id, public_id, name, demo, created_at) values (9, 'other', 'canary', false, ?)",
                desk.now());
        desk.change(
                "insert into department (id, public_id, company_id, name, position) values (9, 'd', 9, 'canary', 0)");

        Map<String, byte[]> ours = export();
        Map<String, byte[]> theirs = export("other");

        ours.forEach((name, bytes) -> assertThat(text(ours, name)).as(name).doesNotContain("canary"));
        assertThat(rows(theirs, "company")).hasSize(1);
        assertThat(rows(theirs, "department")).hasSize(1);
        assertThat(rows(theirs, "site")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void files_are_in_it_and_those_that_are_lost_or_damaged_are_named(TestDatabase.Kind kind) throws Exception {
        open(kind);
        store(STORED, "hello");
        file(1, "whole", STORED, "ready", Digests.sha256("hello"));
        file(2, "damaged", STORED, "ready", Digests.sha256("what was received"));
        file(3, "lost", LOST, "ready", Digests.sha256("lost"));
        file(4, "checking", STORED, "checking", Digests.sha256("hello"));
        file(5, "refused", LOST, "refused", Digests.sha256("bad"));
        Map<String, byte[]> archive = export();

        assertThat(text(archive, "files/whole")).isEqualTo("hello");
        assertThat(archive).doesNotContainKeys("files/lost", "files/checking", "files/refused");
        JsonObject files = json(text(archive, "manifest.json")).getJsonObject("files");
        assertThat(files.getInt("count")).isEqualTo(2);
        assertThat(files.getInt("bytes")).isEqualTo(10);
        assertThat(files.getJsonArray("missingIds")).containsExactly(Json.createValue("lost"));
        assertThat(files.getJsonArray("damagedIds")).containsExactly(Json.createValue("damaged"));
        assertThat(rows(archive, "stored_file"))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row).doesNotContainKey("store_key"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void pictures_that_are_shown_are_in_it_too(TestDatabase.Kind kind) throws Exception {
        open(kind);
        store(STORED, "a face");
        picture(1, "shown", null);
        picture(2, "replaced", desk.now());
        Map<String, byte[]> archive = export();

        assertThat(text(archive, "files/shown")).isEqualTo("a face");
        assertThat(archive).doesNotContainKey("files/replaced");
        assertThat(rows(archive, "picture"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).doesNotContainKey("store_key"));
    }

    /** What is written while the archive is, is in none of its tables: neither in those before nor in those after. */
    @ParameterizedTest
    @MethodSource("databases")
    void all_tables_are_of_one_moment(TestDatabase.Kind kind) throws Exception {
        open(kind);
        desk.colleague("Ada", Role.OWNER, 1);
        int[] written = {0};
        var archive = new ByteArrayOutputStream();
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                archive.write(bytes, offset, length);
                // the first bytes come when the first table is read
                if (written[0]++ == 0) {
                    desk.agent("Late", 1);
                    desk.waiting(1);
                }
            }
        };
        exports.write(OPERATOR, exports.begin(OPERATOR, "company"), slow);

        Map<String, byte[]> read = read(archive.toByteArray());
        assertThat(written[0]).isPositive();
        assertThat(desk.count("select count(*) from account")).isEqualTo(2);
        assertThat(rows(read, "account")).hasSize(1);
        assertThat(rows(read, "department_member")).hasSize(1);
        assertThat(rows(read, "visitor")).isEmpty();
        assertThat(rows(read, "conversation")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_archive_that_was_broken_off_leaves_the_connection_as_it_was(TestDatabase.Kind kind) throws Exception {
        open(kind);
        CompanyView company = exports.begin(OPERATOR, "company");
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the client is gone");
            }
        };

        assertThatThrownBy(() -> exports.write(OPERATOR, company, gone)).isInstanceOf(IOException.class);

        // the pool of this desk gives the same connection again: it writes and commits
        desk.change("update company set name = 'Acme again'");
        assertThat(desk.ask("select name from company")).isEqualTo("Acme again");
        assertThat(rows(export(), "company").get(0).getString("name")).isEqualTo("Acme again");
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-4")
    void only_the_operator_takes_it_out_and_the_log_says_so(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff owner = desk.colleague("Ada", Role.OWNER, 1);
        CompanyView company = exports.begin(OPERATOR, "company");

        assertThatThrownBy(() -> exports.begin(owner, "company")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> exports.write(owner, company, OutputStream.nullOutputStream()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> exports.begin(OPERATOR, "nowhere")).isInstanceOf(NotFound.class);
        assertThat(desk.count("select count(*) from audit_entry where kind = 'export' and actor = 'operator'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-5")
    void one_runs_at_a_time_and_another_is_refused_before_its_first_byte(TestDatabase.Kind kind) throws Exception {
        open(kind);
        CompanyView company = exports.begin(OPERATOR, "company");
        var second = new ByteArrayOutputStream();
        List<Throwable> refused = new ArrayList<>();
        OutputStream first = new OutputStream() {
            @Override
            public void write(int b) {
                if (!refused.isEmpty()) return;
                refused.add(catchThrowable(() -> exports.begin(OPERATOR, "company")));
                refused.add(catchThrowable(() -> exports.write(OPERATOR, company, second)));
            }
        };

        exports.write(OPERATOR, company, first);

        assertThat(refused).hasSize(2).allSatisfy(e -> assertThat(e).isInstanceOf(Unavailable.class));
        assertThat(second.size()).isZero();
        assertThat(export()).containsKey("manifest.json");
        assertThat(desk.count("select count(*) from audit_entry where kind = 'export'"))
                .as("the refused one is not noted")
                .isEqualTo(2);
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        store = new FolderFileStore(folder);
        desk.provide(FileStore.class, store);
        exports = desk.get(CompanyExports.class);
    }

    private Map<String, byte[]> export() throws IOException {
        return export("company");
    }

    private Map<String, byte[]> export(String company) throws IOException {
        var archive = new ByteArrayOutputStream();
        exports.write(OPERATOR, exports.begin(OPERATOR, company), archive);
        return read(archive.toByteArray());
    }

    private void store(String key, String content) throws IOException {
        Path staged = store.stage();
        Files.writeString(staged, content);
        store.keep(staged, key);
    }

    private void picture(long id, String publicId, Object looseSince) {
        desk.change(
                "insert into picture (id, company_id, public_id, use_as, type, size, width, height, store_key, made_at, loose_since)"
                        + " values (?, 1, ?, 'portrait', 'image/jpeg', 6, 256, 256, ?, ?, ?)",
                id,
                publicId,
                STORED,
                desk.now(),
                looseSince);
    }

    private void file(long id, String publicId, String key, String state, String sha256) {
        desk.change(
                "insert into stored_file (id, public_id, company_id, uploader_kind, uploader, name, type, size, state, sha256,"
                        + " has_thumbnail, uploaded_at, store_key, check_attempts, next_check_at, announce_due)"
                        + " values (?, ?, 1, 'agent', 'x', 'note.txt', 'text/plain', 5, ?, ?, false, ?, ?, 0, ?, false)",
                id,
                publicId,
                state,
                sha256,
                desk.now(),
                key,
                desk.now());
    }

    private static Map<String, byte[]> read(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                entries.put(entry.getName(), zip.readAllBytes());
        }
        return entries;
    }

    private static List<JsonObject> rows(Map<String, byte[]> archive, String table) {
        String lines = text(archive, "tables/" + table + ".jsonl");
        return lines.isEmpty()
                ? List.of()
                : List.of(lines.split("\n")).stream().map(CompanyExportIT::json).toList();
    }

    private static String text(Map<String, byte[]> archive, String name) {
        return new String(archive.get(name), StandardCharsets.UTF_8);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
