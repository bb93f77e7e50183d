package dev.parley.file;

/**
 * A file as it stands in a message.
 *
 * @param id public id
 * @param size bytes
 * @param state {@code checking}, {@code ready} or {@code refused}
 * @param thumbnail whether it has a picture to show in its place
 */
public record AttachedFile(String id, String name, String type, long size, String state, boolean thumbnail) {}
