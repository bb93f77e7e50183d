package dev.parley.file.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CHAT-12")
class FolderFileStoreTest {
    private static final String KEY = "ab0123456789abcdef0123456789abcd";

    @TempDir
    Path root;

    private FolderFileStore store;

    @BeforeEach
    void open() {
        store = new FolderFileStore(root);
    }

    @Test
    void a_kept_file_lies_under_its_key_and_can_be_read_by_its_owner_only() throws IOException {
        Path staged = stage("content");
        store.keep(staged, KEY);

        Path kept = root.resolve("ab").resolve(KEY.substring(2));
        assertThat(store.open(KEY)).hasContent("content");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(files()).containsExactly(kept);
    }

    @Test
    void a_thumbnail_lies_beside_its_file_and_goes_with_it() throws IOException {
        store.keep(stage("content"), KEY);
        store.keepThumbnail(new byte[] {1, 2, 3}, KEY);
        assertThat(store.thumbnailSize(KEY)).isEqualTo(3);
        assertThat(store.openThumbnail(KEY)).hasBinaryContent(new byte[] {1, 2, 3});

        store.delete(KEY);
        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> store.open(KEY)).isInstanceOf(NoSuchFileException.class);
        store.delete(KEY); // nothing to do
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "../../../../../../../../etc/passw",
                "AB0123456789abcdef0123456789abcd",
                "ab/123456789abcdef0123456789abcd"
            })
    void what_is_not_a_key_never_becomes_a_path(String key) {
        assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.delete(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_a_crash_left_half_received_is_tidied_and_what_is_being_received_stays() throws IOException {
        Instant now = Instant.now();
        Path old = stage("old");
        Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofHours(7))));
        Path fresh = stage("fresh");

        assertThat(store.tidy(now)).isEqualTo(1);
        assertThat(files()).containsExactly(fresh);
    }

    private Path stage(String content) throws IOException {
        return Files.writeString(store.stage(), content);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
