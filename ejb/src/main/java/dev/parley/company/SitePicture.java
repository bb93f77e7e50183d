package dev.parley.company;

import java.io.Serializable;

/**
 * A picture of a site's own, as everybody sees it: its logo, or what lies at the head of the widget's first page.
 *
 * @param address on Parley's own origin
 * @param width in pixels
 * @param height in pixels
 */
public record SitePicture(String address, int width, int height) implements Serializable {
    /** Of a logo: whether it is a word of its own and stands in place of the company's name; else it stands beside it. */
    public boolean wide() {
        return width >= 2 * height;
    }
}
