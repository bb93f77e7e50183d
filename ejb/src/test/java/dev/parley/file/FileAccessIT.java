package dev.parley.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.file.content.Samples;
import dev.parley.file.persistence.DeskTables.Company;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.shared.Unauthorized;
import dev.parley.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may open a file, and who may attach it. */
@Tag("CHAT-12")
@Tag("CHAT-8")
class FileAccessIT {
    @TempDir
    Path folder;

    private Desk desk;
    private Company acme;
    private Company globex;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    private void open(TestDatabase.Kind kind) throws SQLException {
        desk = new Desk(kind, folder);
        acme = desk.tables.company();
        globex = desk.tables.company();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void before_it_is_attached_only_its_uploader_opens_it(TestDatabase.Kind kind) throws Exception {
        open(kind);
        desk.letSee((caller, conversation) -> true);
        byte[] content = Samples.of(FileKind.PDF);
        String id = desk.uploadReady(acme.visitor(), "bill.pdf", content).id();

        assertThat(desk.read(acme.visitor(), id, false)).isEqualTo(content);
        for (Caller other : others()) {
            assertThatThrownBy(() -> desk.files.open(other, id, false)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> desk.files.open(Caller.NOBODY, id, false)).isInstanceOf(Unauthorized.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void once_attached_whoever_may_see_the_conversation_opens_it(TestDatabase.Kind kind) throws Exception {
        open(kind);
        byte[] content = Samples.of(FileKind.PDF);
        String id = desk.uploadReady(acme.visitor(), "bill.pdf", content).id();
        desk.attach(acme, acme.visitor().publicId(), 1, id);

        desk.letSee((caller, conversation) -> caller.equals(acme.agent()) && conversation == acme.conversation());
        assertThat(desk.read(acme.agent(), id, false)).isEqualTo(content);
        assertThatThrownBy(() -> desk.files.open(acme.visitor(), id, false)).isInstanceOf(NotFound.class);

        // even an answer that is always yes lets nobody of another company in
        desk.letSee((caller, conversation) -> true);
        assertThatThrownBy(() -> desk.files.open(globex.staff(Role.OWNER), id, false))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.files.open(globex.visitor(), id, false)).isInstanceOf(NotFound.class);

        desk.letSee(null);
        assertThatThrownBy(() -> desk.files.open(acme.agent(), id, false)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void foreign_and_unknown_ids_get_the_same_answer(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String id = desk.uploadReady(acme.visitor(), "bill.pdf", Samples.of(FileKind.PDF))
                .id();

        for (String asked : List.of(id, "nothing", "../" + id, "' or '1'='1", "")) {
            assertThatThrownBy(() -> desk.files.open(globex.agent(), asked, false))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no such file.");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_thumbnail_is_shown_and_anything_else_downloaded(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String picture = desk.uploadReady(acme.visitor(), "p.png", Samples.picture("png", 900, 300))
                .id();
        String text =
                desk.uploadReady(acme.visitor(), "a.txt", Samples.text("a")).id();

        OpenedFile small = desk.files.open(acme.visitor(), picture, true);
        assertThat(small.inline()).isTrue();
        assertThat(small.type()).isEqualTo("image/jpeg");
        assertThat(small.content().readAllBytes()).hasSize((int) small.size());
        small.content().close();
        try (var original = desk.files.open(acme.visitor(), picture, false).content()) {
            assertThat(original).hasBinaryContent(Samples.picture("png", 900, 300));
        }
        assertThatThrownBy(() -> desk.files.open(acme.visitor(), text, true)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void files_are_attached_once_by_their_uploader_in_the_order_of_the_message(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String first = desk.uploadReady(acme.visitor(), "1.png", Samples.of(FileKind.PNG))
                .id();
        String second = desk.uploadText(acme.visitor()).id();

        assertThat(desk.attach(acme, acme.visitor().publicId(), 7, second, first))
                .extracting(AttachedFile::id, AttachedFile::state, AttachedFile::thumbnail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(second, "checking", false),
                        org.assertj.core.groups.Tuple.tuple(first, "ready", true));
        assertThat(desk.tables.ask("select attached_seq from stored_file where public_id = ?", first))
                .isEqualTo("7");
        assertThatThrownBy(() -> desk.attach(acme, acme.visitor().publicId(), 8, first))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_may_not_be_attached_leaves_the_others_of_the_message_and_the_transaction_untouched(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String own = desk.uploadText(acme.visitor()).id();
        String agents = desk.uploadText(acme.agent()).id();
        String foreign = desk.uploadText(globex.visitor()).id();
        String me = acme.visitor().publicId();

        assertThatThrownBy(() -> desk.attach(acme, me, 1, own, agents)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.attach(acme, me, 1, own, foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.attach(acme, me, 1, own, "nothing")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.attach(acme, me, 1, own, own)).isInstanceOf(Invalid.class);
        String[] eleven = IntStream.range(0, 11).mapToObj(i -> "f" + i).toArray(String[]::new);
        assertThatThrownBy(() -> desk.attach(acme, me, 1, eleven)).isInstanceOf(Invalid.class);

        try (Connection c = desk.tables.connect()) {
            c.setAutoCommit(false);
            assertThatThrownBy(() ->
                            FileAttachments.attach(c, acme.key(), me, List.of(own, agents), acme.conversation(), 1))
                    .isInstanceOf(NotFound.class);
            // the group's transaction goes on, with the next message
            assertThat(FileAttachments.attach(c, acme.key(), me, List.of(own), acme.conversation(), 2))
                    .hasSize(1);
            c.commit();
        }
        assertThat(desk.tables.ask("select attached_seq from stored_file where public_id = ?", own))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_refused_or_expired_file_cannot_be_attached(TestDatabase.Kind kind) throws Exception {
        open(kind);
        desk.start(new InfectedScanner());
        String infected =
                desk.uploadReady(acme.visitor(), "a.txt", Samples.text("a")).id();
        assertThatThrownBy(() -> desk.attach(acme, acme.visitor().publicId(), 1, infected))
                .isInstanceOf(Refused.class);

        String old = desk.uploadText(acme.visitor()).id();
        desk.tables.files().expire(desk.clock.instant().plus(Duration.ofSeconds(1)));
        assertThat(desk.state(old)).isEqualTo("expired");
        assertThatThrownBy(() -> desk.attach(acme, acme.visitor().publicId(), 1, old))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.files.open(acme.visitor(), old, false)).isInstanceOf(NotFound.class);
    }

    /** Two tabs, two nodes: the row's lock decides. */
    @ParameterizedTest
    @MethodSource("databases")
    void of_many_messages_at_once_one_gets_the_file(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String a = desk.uploadText(acme.visitor()).id();
        String b = desk.uploadText(acme.visitor()).id();
        var pool = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> messages = new ArrayList<>();
            for (int i = 1; i <= 12; i++) {
                long seq = i;
                String[] ids = i % 2 == 0 ? new String[] {a, b} : new String[] {b, a}; // deadlock, if locked as named
                messages.add(() -> attached(seq, ids));
            }
            int won = 0;
            for (Future<Boolean> message : pool.invokeAll(messages)) if (message.get()) won++;
            assertThat(won).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean attached(long seq, String... ids) throws SQLException {
        try {
            return desk.attach(acme, acme.visitor().publicId(), seq, ids).size() == 2;
        } catch (Refused e) {
            return false;
        }
    }

    private List<Caller> others() {
        return List.of(
                acme.agent(),
                acme.staff(Role.OWNER),
                new Caller.Visitor(acme.key(), acme.key(), acme.key() + 1, "another", "Max"),
                globex.visitor(),
                globex.staff(Role.OWNER));
    }
}
