package dev.parley.file;

import dev.parley.shared.Invalid;

/** What was uploaded cannot become a picture. */
public class UnfitPicture extends Invalid {
    /** Why not. */
    public enum Why {
        EMPTY("There is no picture."),
        VECTOR("SVG drawings are not accepted. Save it as PNG."),
        WEBP("WebP cannot be read here. Save it as PNG or JPEG."),
        KIND("A picture is a PNG or JPEG file."),
        PIXELS("A picture has at most 4096 × 4096 pixels."),
        BROKEN("The picture cannot be read. Save it anew as PNG or JPEG, in RGB."),
        MALWARE("The file was refused by the malware check.");

        private final String said;

        Why(String said) {
            this.said = said;
        }
    }

    private final Why why;

    public UnfitPicture(Why why) {
        super(why.said);
        this.why = why;
    }

    public UnfitPicture(Why why, Throwable cause) {
        super(why.said, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
