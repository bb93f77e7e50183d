package dev.parley.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.file.content.Samples;
import dev.parley.file.persistence.DeskTables.Company;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Role;
import dev.parley.shared.TooLarge;
import dev.parley.shared.Unauthorized;
import dev.parley.shared.Unavailable;
import dev.parley.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("CHAT-12")
class UploadIT {
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
    void a_file_is_kept_under_a_generated_name_and_described_by_what_it_is(TestDatabase.Kind kind) throws Exception {
        open(kind);
        byte[] content = Samples.of(FileKind.PNG);

        FileView view = desk.upload(acme.visitor(), "../holiday\u202E photo.png", content);

        assertThat(view)
                .isEqualTo(
                        new FileView(view.id(), "holiday photo.png", "image/png", content.length, FileState.CHECKING));
        assertThat(desk.kept()).singleElement().satisfies(path -> {
            assertThat(path.toString()).doesNotContain("holiday").doesNotContain(view.id());
            assertThat(path).hasBinaryContent(content);
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_limit_is_the_limit_to_the_byte_and_nothing_beyond_it_is_read(TestDatabase.Kind kind) throws Exception {
        open(kind);

        assertThat(desk.upload(acme.agent(), "a.txt", new Endless(FileRules.LIMIT))
                        .size())
                .isEqualTo(FileRules.LIMIT);

        var tooMuch = new Endless(FileRules.LIMIT + 1);
        assertThatThrownBy(() -> desk.upload(acme.agent(), "a.txt", tooMuch)).isInstanceOf(TooLarge.class);
        var endless = new Endless(Long.MAX_VALUE);
        assertThatThrownBy(() -> desk.upload(acme.agent(), "a.txt", endless)).isInstanceOf(TooLarge.class);
        assertThat(endless.given()).isLessThan(FileRules.LIMIT + 100_000);
        assertThat(desk.kept()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_not_accepted_leaves_nothing_behind(TestDatabase.Kind kind) throws Exception {
        open(kind);
        var visitor = acme.visitor();

        assertThatThrownBy(() -> desk.upload(visitor, "page.html", Samples.text("<p>")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.upload(visitor, "drawing.svg", Samples.text("<svg/>")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.upload(visitor, "setup.exe", Samples.text("MZ")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.upload(visitor, "all.zip", Samples.zip("a.txt")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.upload(visitor, "noending", Samples.text("a")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.upload(visitor, "photo.png", Samples.text("<script>")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.upload(visitor, "empty.txt", new byte[0])).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.upload(visitor, "cut.txt", new BrokenOff()))
                .isInstanceOf(Unavailable.class);

        assertThat(desk.kept()).isEmpty();
        assertThat(desk.tables.ask("select count(*) from stored_file")).isEqualTo("0");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_visitors_and_those_who_answer_them_bring_files(TestDatabase.Kind kind) throws Exception {
        open(kind);

        for (Role role : EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.OWNER)) {
            assertThat(desk.uploadText(acme.staff(role)).state()).isEqualTo(FileState.CHECKING);
        }
        for (Role role : EnumSet.of(Role.EDITOR, Role.ANALYST)) {
            assertThatThrownBy(() -> desk.uploadText(acme.staff(role))).isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> desk.uploadText(Caller.NOBODY)).isInstanceOf(Unauthorized.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_hours_quota_is_counted_for_each_and_ends_with_the_hour(TestDatabase.Kind kind) throws Exception {
        open(kind);
        for (int i = 0; i < UploadLimits.VISITOR_FILES; i++) desk.uploadText(acme.visitor());

        assertThatThrownBy(() -> desk.uploadText(acme.visitor())).isInstanceOf(RateLimited.class);
        desk.uploadText(acme.agent());
        desk.uploadText(desk.tables.company().visitor());

        desk.clock.pass(Duration.ofHours(1));
        desk.uploadText(acme.visitor());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void bytes_are_counted_too_and_those_of_all_visitors_of_a_company_together(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String id = desk.uploadText(acme.visitor()).id();
        pretendSize(id, UploadLimits.VISITOR_BYTES);
        assertThatThrownBy(() -> desk.uploadText(acme.visitor())).isInstanceOf(RateLimited.class);

        pretendSize(id, UploadLimits.COMPANY_VISITOR_BYTES);
        var another = new Caller.Visitor(acme.key(), acme.key(), acme.key() + 1, "somebody-else", "Max");
        assertThatThrownBy(() -> desk.uploadText(another)).isInstanceOf(RateLimited.class);
        desk.uploadText(acme.agent());
    }

    private void pretendSize(String id, long size) throws SQLException {
        desk.tables.run("update stored_file set size = ? where public_id = ?", size, id);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_company_chooses_what_may_be_uploaded(TestDatabase.Kind kind) throws Exception {
        open(kind);
        var admin = acme.staff(Role.ADMINISTRATOR);
        desk.files.allow(admin, new FileRules(10, EnumSet.of(FileKind.TEXT)));

        assertThat(desk.files.rules(acme.visitor())).isEqualTo(new FileRules(10, EnumSet.of(FileKind.TEXT)));
        desk.upload(acme.visitor(), "a.txt", new byte[] {'1', '2', '3', '4', '5', '6', '7', '8', '9', '0'});
        assertThatThrownBy(() -> desk.upload(acme.visitor(), "a.txt", Samples.text("12345678901")))
                .isInstanceOf(TooLarge.class);
        assertThatThrownBy(() -> desk.upload(acme.visitor(), "a.png", Samples.of(FileKind.PNG)))
                .isInstanceOf(Invalid.class);
        desk.upload(desk.tables.company().visitor(), "a.png", Samples.of(FileKind.PNG));

        desk.files.allow(admin, FileRules.STANDARD);
        desk.upload(acme.visitor(), "a.png", Samples.of(FileKind.PNG));
        assertThatThrownBy(() -> desk.files.allow(acme.agent(), FileRules.STANDARD))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> new FileRules(FileRules.LIMIT + 1, EnumSet.allOf(FileKind.class)))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_nobody_attaches_goes_after_a_day_bytes_and_row(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String left = desk.uploadReady(acme.visitor(), "left.png", Samples.of(FileKind.PNG))
                .id();
        String attached = desk.uploadReady(acme.visitor(), "kept.png", Samples.of(FileKind.PNG))
                .id();
        desk.attach(acme, acme.visitor().publicId(), 1, attached);

        desk.clock.pass(Duration.ofHours(24));
        desk.checks.removeUnattached();
        assertThat(desk.state(left)).isEqualTo("ready");

        desk.clock.pass(Duration.ofSeconds(1));
        desk.checks.removeUnattached();
        assertThat(desk.state(left)).isNull();
        assertThat(desk.state(attached)).isEqualTo("ready");
        assertThat(desk.kept()).hasSize(2); // the attached one and its small picture
    }

    private static final class BrokenOff extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }

    /** So many letters, without holding them. */
    private static final class Endless extends InputStream {
        private final AtomicLong left;
        private final long size;

        Endless(long size) {
            this.size = size;
            left = new AtomicLong(size);
        }

        long given() {
            return size - left.get();
        }

        @Override
        public int read() {
            return left.getAndDecrement() > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] b, int off, int len) {
            int n = (int) Math.min(len, left.get());
            if (n <= 0) return -1;
            java.util.Arrays.fill(b, off, off + n, (byte) 'x');
            left.addAndGet(-n);
            return n;
        }
    }
}
