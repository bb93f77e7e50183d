package dev.parley.file;

import java.util.Locale;

/** What a picture that everybody may see is for. */
public enum PictureUse {
    /** A colleague's photo: a square of 256 pixels. */
    PORTRAIT,
    /** A site's sign: as it is, within 480 × 160 pixels. */
    LOGO,
    /** What lies at the head of a widget's first page: as it is, within 1200 × 800 pixels. */
    HEADER;

    /** As the database calls it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
