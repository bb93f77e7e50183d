package dev.parley.file.store;

import dev.parley.db.Settings;
import dev.parley.file.FileRules;
import dev.parley.file.FileStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files in {@code PARLEY_DATA/files/ab/cdef…}, readable by the server's own account only. Bytes are staged beside them, on the same file
 * system, so that taking over is one atomic move after they are on the disk.
 */
@ApplicationScoped
public class FolderFileStore implements FileStore {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    private static final String THUMBNAIL = "-t";
    /** Room the database keeps, whatever is uploaded. */
    private static final long RESERVE = 8 * FileRules.LIMIT;

    private static final Duration STALE = Duration.ofHours(6);

    private final Path root;

    public FolderFileStore() {
        this(Settings.data().resolve("files"));
    }

    public FolderFileStore(Path root) {
        this.root = root;
    }

    @Override
    public Path stage() throws IOException {
        Path staged = part();
        if (Files.getFileStore(staged).getUsableSpace() >= RESERVE) return staged;
        Files.delete(staged);
        throw new IOException("the disk is nearly full");
    }

    @Override
    public void keep(Path staged, String key) throws IOException {
        Path target = path(key, "");
        Files.createDirectories(target.getParent(), ownerOnly("rwx------"));
        sync(staged, StandardOpenOption.WRITE);
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.getParent(), StandardOpenOption.READ);
    }

    @Override
    public void keepThumbnail(byte[] image, String key) throws IOException {
        Path staged = part();
        try {
            Files.write(staged, image);
            Files.move(staged, path(key, THUMBNAIL), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(path(key, ""));
    }

    @Override
    public InputStream openThumbnail(String key) throws IOException {
        return Files.newInputStream(path(key, THUMBNAIL));
    }

    @Override
    public long thumbnailSize(String key) throws IOException {
        return Files.size(path(key, THUMBNAIL));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key, THUMBNAIL));
        Files.deleteIfExists(path(key, ""));
    }

    /** Removes what a crash left half received. @return how many */
    @Override
    public int tidy(Instant now) throws IOException {
        Path folder = root.resolve("incoming");
        if (!Files.isDirectory(folder)) return 0;
        int removed = 0;
        try (Stream<Path> parts = Files.list(folder)) {
            for (Path part : parts.toList()) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(now.minus(STALE))
                        && Files.deleteIfExists(part)) {
                    removed++;
                }
            }
        }
        return removed;
    }

    private Path part() throws IOException {
        Path folder = Files.createDirectories(root.resolve("incoming"), ownerOnly("rwx------"));
        return Files.createTempFile(folder, "upload", ".part", ownerOnly("rw-------"));
    }

    /** A key that is not one of ours never becomes a path. */
    private Path path(String key, String suffix) {
        if (!KEY.matcher(key).matches()) throw new IllegalArgumentException("not a key of this store");
        return root.resolve(key.substring(0, 2)).resolve(key.substring(2) + suffix);
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return java.nio.file.FileSystems.getDefault()
                        .supportedFileAttributeViews()
                        .contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
