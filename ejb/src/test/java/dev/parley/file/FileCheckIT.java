package dev.parley.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.file.content.Samples;
import dev.parley.file.persistence.DeskTables.Company;
import dev.parley.file.scan.ClamAvScanner;
import dev.parley.file.scan.FakeClamd;
import dev.parley.file.scan.NoScanner;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testing.TestDatabase;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("CHAT-12")
class FileCheckIT {
    private static final byte[] EICAR = Samples.text("EICAR for a daemon of our own making");

    @TempDir
    Path folder;

    private Desk desk;
    private Company acme;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    private void open(TestDatabase.Kind kind) throws SQLException {
        desk = new Desk(kind, folder);
        acme = desk.tables.company();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobody_opens_a_file_while_it_is_checked_and_its_uploader_does_after(TestDatabase.Kind kind) throws Exception {
        open(kind);
        try (var clamd = new FakeClamd(1 << 20)) {
            desk.start(new ClamAvScanner(clamd.address()));
            String id = desk.upload(acme.visitor(), "photo.png", Samples.of(FileKind.PNG))
                    .id();
            for (boolean thumbnail : new boolean[] {false, true}) {
                assertThatThrownBy(() -> desk.files.open(acme.visitor(), id, thumbnail))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("being checked");
            }

            desk.work();

            assertThat(desk.read(acme.visitor(), id, false)).isEqualTo(Samples.of(FileKind.PNG));
            assertThat(desk.read(acme.visitor(), id, true)).isNotEmpty();
            assertThat(clamd.streams()).singleElement().isEqualTo(Samples.of(FileKind.PNG));
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void malware_is_refused_removed_and_told_to_the_conversation(TestDatabase.Kind kind) throws Exception {
        open(kind);
        try (var clamd = new FakeClamd(1 << 20)) {
            desk.start(new ClamAvScanner(clamd.address()));
            String id = desk.upload(acme.visitor(), "a.txt", EICAR).id();
            desk.attach(acme, acme.visitor().publicId(), 3, id);
            desk.work();

            assertThat(desk.state(id)).isEqualTo("refused");
            assertThat(desk.kept()).isEmpty();
            assertThatThrownBy(() -> desk.files.open(acme.visitor(), id, false)).isInstanceOf(NotFound.class);
            assertThat(desk.news.fired()).singleElement().satisfies(news -> {
                assertThat(news.publicId()).isEqualTo(id);
                assertThat(news.conversationId()).isEqualTo(acme.conversation());
                assertThat(news.seq()).isEqualTo(3);
                assertThat(news.state()).isEqualTo(FileState.REFUSED);
                assertThat(news.reason()).isEqualTo("malware");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_file_too_large_for_the_scanner_is_refused_and_not_let_through(TestDatabase.Kind kind) throws Exception {
        open(kind);
        try (var clamd = new FakeClamd(100_000)) {
            desk.start(new ClamAvScanner(clamd.address()));
            String id = desk.uploadReady(
                            acme.visitor(), "a.txt", "x".repeat(3_000_000).getBytes())
                    .id();

            assertThat(desk.state(id)).isEqualTo("refused");
            assertThat(desk.tables.ask("select refusal from stored_file")).startsWith("unscannable:");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_scanner_that_is_silent_is_asked_again_with_growing_pauses_and_nothing_passes_meanwhile(
            TestDatabase.Kind kind) throws Exception {
        open(kind);
        InetSocketAddress gone;
        try (var clamd = new FakeClamd(1 << 20)) {
            gone = clamd.address();
        }
        desk.start(new ClamAvScanner(gone));
        String id = desk.uploadReady(acme.visitor(), "a.txt", Samples.text("a")).id();

        List<Long> pauses = new ArrayList<>();
        for (int tries = 1; tries <= 9; tries++) {
            assertThat(desk.state(id)).isEqualTo("checking");
            assertThat(attempts()).isEqualTo(tries);
            long pause = 0;
            for (; attempts() == tries; pause += 5) desk.pass(Duration.ofSeconds(5));
            pauses.add(pause);
        }
        assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L);
        assertThatThrownBy(() -> desk.files.open(acme.visitor(), id, false)).isInstanceOf(Refused.class);
    }

    private int attempts() throws SQLException {
        return Integer.parseInt(desk.tables.ask("select check_attempts from stored_file"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_restart_loses_no_check(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String id = desk.uploadText(acme.visitor()).id();
        desk.start(new NoScanner()); // the old process ended before its check
        desk.work();
        assertThat(desk.state(id)).isEqualTo("checking");

        desk.pass(Duration.ofSeconds(10));
        assertThat(desk.state(id)).isEqualTo("ready");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_check_that_died_with_its_node_is_taken_over_and_never_by_two_at_once(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String id = desk.uploadText(acme.visitor()).id();
        long key = Long.parseLong(desk.tables.ask("select id from stored_file"));
        var now = desk.clock.instant();
        assertThat(desk.tables.files().claim(key, now, now.plus(Duration.ofMinutes(5))))
                .isPresent(); // and dies
        assertThat(desk.tables.files().claim(key, now, now.plus(Duration.ofMinutes(5))))
                .isEmpty();

        desk.pass(Duration.ofMinutes(4));
        assertThat(desk.state(id)).isEqualTo("checking");
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.state(id)).isEqualTo("ready");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_row_whose_bytes_a_crash_has_lost_is_refused(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String id = desk.uploadText(acme.visitor()).id();
        for (Path path : desk.kept()) java.nio.file.Files.delete(path);
        desk.work();

        assertThat(desk.state(id)).isEqualTo("refused");
        assertThat(desk.tables.ask("select refusal from stored_file")).isEqualTo("lost");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_picture_that_cannot_be_drawn_is_ready_for_download_only(TestDatabase.Kind kind) throws Exception {
        open(kind);
        byte[] whole = Samples.picture("png", 300, 300);
        byte[] broken = java.util.Arrays.copyOf(whole, 40);
        String id = desk.uploadReady(acme.visitor(), "p.png", broken).id();
        String webp = desk.uploadReady(acme.visitor(), "p.webp", Samples.of(FileKind.WEBP))
                .id();

        assertThat(desk.read(acme.visitor(), id, false)).isEqualTo(broken);
        assertThat(desk.attach(acme, acme.visitor().publicId(), 1, id, webp))
                .extracting(AttachedFile::state, AttachedFile::thumbnail)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("ready", false));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_checked_before_it_is_attached_is_no_news(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String id = desk.uploadReady(acme.visitor(), "a.txt", Samples.text("a")).id();
        assertThat(desk.attach(acme, acme.visitor().publicId(), 1, id))
                .extracting(AttachedFile::state)
                .containsExactly("ready");
        desk.pass(Duration.ofMinutes(5));

        assertThat(desk.news.fired()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void news_are_told_again_until_the_conversation_has_said_so_and_then_no_more(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String id = desk.uploadText(acme.visitor()).id();
        desk.attach(acme, acme.visitor().publicId(), 1, id);
        desk.work();
        assertThat(desk.news.fired()).hasSize(1);
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.news.fired()).hasSize(1);
        desk.pass(Duration.ofSeconds(20));
        assertThat(desk.news.fired()).hasSize(2).containsOnly(desk.news.fired().get(0));

        assertThat(desk.files.announced(desk.news.fired().get(0))).isTrue();
        assertThat(desk.files.announced(desk.news.fired().get(0))).isFalse();
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.news.fired()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_administers_the_company_learns_whether_there_is_a_scanner(TestDatabase.Kind kind) throws Exception {
        open(kind);
        assertThat(desk.files.scannerConfigured(acme.staff(Role.ADMINISTRATOR))).isFalse();
        desk.start(new InfectedScanner());
        assertThat(desk.files.scannerConfigured(acme.staff(Role.ADMINISTRATOR))).isTrue();
        assertThatThrownBy(() -> desk.files.scannerConfigured(acme.agent())).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_store_that_cannot_be_read_is_tried_again(TestDatabase.Kind kind) throws Exception {
        open(kind);
        try (var clamd = new FakeClamd(1 << 20)) {
            desk.start(new ClamAvScanner(clamd.address()));
            String id = desk.uploadText(acme.visitor()).id();
            Path kept = desk.kept().get(0);
            byte[] content = java.nio.file.Files.readAllBytes(kept);
            java.nio.file.Files.delete(kept);
            java.nio.file.Files.createDirectory(kept); // reading a folder fails, and it is there
            desk.work();
            assertThat(desk.state(id)).isEqualTo("checking");

            java.nio.file.Files.delete(kept);
            java.nio.file.Files.write(kept, content);
            desk.pass(Duration.ofSeconds(10));
            assertThat(desk.state(id)).isEqualTo("ready");
        }
    }
}
