package dev.parley.company;

import java.io.Serializable;

/**
 * A site's sign, as everybody sees it.
 *
 * @param address on Parley's own origin
 * @param width in pixels
 * @param height in pixels
 */
public record Logo(String address, int width, int height) implements Serializable {
    /** Whether it is a word of its own and stands in place of the company's name; else it stands beside it. */
    public boolean wide() {
        return width >= 2 * height;
    }
}
