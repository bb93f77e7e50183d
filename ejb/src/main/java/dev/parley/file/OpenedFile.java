package dev.parley.file;

import java.io.InputStream;

/**
 * A file's bytes on their way to somebody who may see them.
 *
 * @param size in bytes
 * @param content whoever takes it closes it
 * @param inline whether a browser may show it: true only for pictures Parley has drawn itself
 */
public record OpenedFile(String name, String type, long size, InputStream content, boolean inline) {}
