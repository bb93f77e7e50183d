package dev.parley.file;

import java.io.Serializable;
import java.util.Base64;

/**
 * A picture as Parley has drawn it anew: nothing of what was uploaded is in it but its pixels.
 *
 * @param type {@code image/jpeg}, or {@code image/png} for a logo that was one
 * @param width in pixels
 * @param height in pixels
 */
public record DrawnPicture(PictureUse use, String type, int width, int height, byte[] bytes) implements Serializable {
    /** The picture as an address of its own, to show before it is kept anywhere. */
    public String dataUrl() {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
