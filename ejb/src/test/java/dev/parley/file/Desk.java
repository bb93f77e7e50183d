package dev.parley.file;

import dev.parley.file.content.Samples;
import dev.parley.file.persistence.DeskTables;
import dev.parley.file.scan.NoScanner;
import dev.parley.file.store.FolderFileStore;
import dev.parley.shared.Caller;
import dev.parley.testing.News;
import dev.parley.testing.SettableClock;
import dev.parley.testing.TestDatabase;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

/** Files as the container puts them together, on a real database and a real folder; checks run when the test says so. */
final class Desk {
    final DeskTables tables;
    final SettableClock clock = new SettableClock();
    final News<FileChecked> news = new News<>();
    final UploadLimits limits = new UploadLimits();
    final Path folder;
    final FileStore store;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private FileAccess access = (caller, conversation) -> false;
    FileChecks checks;
    Files files;

    Desk(TestDatabase.Kind kind, Path folder) throws SQLException {
        tables = DeskTables.on(kind);
        this.folder = folder;
        store = new FolderFileStore(folder);
        start(new NoScanner());
    }

    /** As a new process would: with nothing in memory. */
    void start(FileScanner scanner) {
        waiting.clear();
        checks = new FileChecks(tables.files(), store, scanner, news, clock);
        checks.startWith(waiting::add);
        files = new Files(tables.files(), store, scanner, checks, limits, new Answer(), clock);
    }

    void letSee(FileAccess answer) {
        access = answer;
    }

    /** Runs the checks that are waiting. */
    void work() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) next.run();
    }

    /** Time passes, the timer rings, and the checks run. */
    void pass(Duration time) {
        clock.pass(time);
        checks.drive();
        work();
    }

    FileView upload(Caller caller, String name, byte[] content) {
        return upload(caller, name, new ByteArrayInputStream(content));
    }

    FileView upload(Caller caller, String name, InputStream content) {
        return files.upload(caller, new UploadRequest(name, null, content));
    }

    FileView uploadText(Caller caller) {
        return upload(caller, "note.txt", Samples.text("hello"));
    }

    FileView uploadReady(Caller caller, String name, byte[] content) {
        FileView view = upload(caller, name, content);
        work();
        return view;
    }

    byte[] read(Caller caller, String id, boolean thumbnail) throws IOException {
        try (var in = files.open(caller, id, thumbnail).content()) {
            return in.readAllBytes();
        }
    }

    List<AttachedFile> attach(DeskTables.Company company, String uploader, long seq, String... ids)
            throws SQLException {
        try (Connection c = tables.connect()) {
            c.setAutoCommit(false);
            try {
                return FileAttachments.attach(c, company.key(), uploader, List.of(ids), company.conversation(), seq);
            } finally {
                c.commit();
            }
        }
    }

    String state(String id) throws SQLException {
        return tables.ask("select state from stored_file where public_id = ?", id);
    }

    List<Path> kept() throws IOException {
        try (Stream<Path> all = java.nio.file.Files.walk(folder)) {
            return new ArrayList<>(
                    all.filter(java.nio.file.Files::isRegularFile).toList());
        }
    }

    /** What the container injects for the one who knows who may see a conversation. */
    private final class Answer implements Instance<FileAccess> {
        @Override
        public FileAccess get() {
            return access;
        }

        @Override
        public boolean isUnsatisfied() {
            return access == null;
        }

        @Override
        public boolean isAmbiguous() {
            return false;
        }

        @Override
        public Iterator<FileAccess> iterator() {
            return List.of(access).iterator();
        }

        @Override
        public Instance<FileAccess> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends FileAccess> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends FileAccess> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void destroy(FileAccess instance) {}

        @Override
        public Handle<FileAccess> getHandle() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<? extends Handle<FileAccess>> handles() {
            throw new UnsupportedOperationException();
        }
    }
}
