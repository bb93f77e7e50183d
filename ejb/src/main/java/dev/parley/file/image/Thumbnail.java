package dev.parley.file.image;

/**
 * A small picture drawn by Parley itself: nothing of the original file is in it but its pixels.
 *
 * @param type {@code image/jpeg}, or {@code image/png} where the picture is partly transparent
 */
public record Thumbnail(String type, byte[] bytes) {
    /** The longest side, in pixels. */
    public static final int LONGEST_SIDE = 640;
}
