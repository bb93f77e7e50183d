package dev.parley.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Where the bytes lie: a folder under {@code PARLEY_DATA}, or for several nodes a storage they share. Keys are 32 hexadecimal digits,
 * generated; a small picture lies beside its file.
 */
public interface FileStore {
    /**
     * An empty file of this node, for bytes that are not yet known to be acceptable.
     *
     * @throws IOException also when the disk is nearly full: an upload must not take the database's last space
     */
    Path stage() throws IOException;

    /** Takes over a staged file for good: when this returns, it outlasts a crash. */
    void keep(Path staged, String key) throws IOException;

    /** Keeps the small picture of the file under {@code key}. */
    void keepThumbnail(byte[] image, String key) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if there is none */
    InputStream open(String key) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if there is none */
    InputStream openThumbnail(String key) throws IOException;

    /** Bytes of the small picture. */
    long thumbnailSize(String key) throws IOException;

    /** Removes the file and its small picture; nothing happens where there is neither. */
    void delete(String key) throws IOException;

    /** Removes what a crash left half received. @return how many */
    int tidy(Instant now) throws IOException;
}
