package dev.parley.file;

/**
 * What the uploader learns of a file.
 *
 * @param id opaque
 * @param name cleaned, at most 255 bytes in UTF-8
 * @param type the media type found in the content
 * @param size in bytes
 */
public record FileView(String id, String name, String type, long size, FileState state) {}
