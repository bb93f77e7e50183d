package dev.parley.file;

/**
 * A file as it stands in its message.
 *
 * @param id opaque
 * @param type the media type found in the content
 * @param size in bytes
 * @param state {@code checking} or {@code ready}, at the moment of attaching; a later change is a {@link FileChecked}
 * @param thumbnail whether there is a small picture to show in its place; a file without one is offered for download only
 */
public record AttachedFile(String id, String name, String type, long size, String state, boolean thumbnail) {}
