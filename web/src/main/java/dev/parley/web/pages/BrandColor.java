package dev.parley.web.pages;

import java.util.regex.Pattern;

/**
 * A company's colour, and the two colours that follow from it so that everybody can read: what stands on it, and what it becomes as text
 * on white. For browsers that cannot compute with colours themselves.
 *
 * @param text {@code #rrggbb}, lower case
 */
public record BrandColor(String text) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    private static final double READABLE = 4.5;
    /** The lightest that the panel's quiet words ever are in light colours, whatever the brand: {@code --ink-2} of tokens.css. */
    private static final BrandColor QUIET = new BrandColor("#606060");

    public BrandColor {
        text = text.toLowerCase(java.util.Locale.ROOT);
        if (!HEX.matcher(text).matches()) throw new IllegalArgumentException("not a colour like #0b6b67: " + text);
    }

    /** Black or white, whichever stands out more: at least 4.58 : 1 on any colour there is. */
    public BrandColor onColor() {
        BrandColor white = new BrandColor("#ffffff");
        BrandColor black = new BrandColor("#000000");
        return contrast(white) >= contrast(black) ? white : black;
    }

    /** The same hue, darkened until it can be read as text on white. */
    public BrandColor asText() {
        BrandColor candidate = this;
        BrandColor white = new BrandColor("#ffffff");
        for (int percent = 98; candidate.contrast(white) < READABLE; percent -= 2) candidate = darkened(percent);
        return candidate;
    }

    /** The same hue, lightened until the panel's quiet words can be read on it. */
    public BrandColor asBackground() {
        BrandColor candidate = this;
        for (int percent = 5; candidate.contrast(QUIET) < READABLE; percent += 5) candidate = lightened(percent);
        return candidate;
    }

    /** The contrast of WCAG 2, from 1 to 21. */
    public double contrast(BrandColor other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private BrandColor darkened(int percent) {
        return new BrandColor("#%02x%02x%02x"
                .formatted(channel(0) * percent / 100, channel(1) * percent / 100, channel(2) * percent / 100));
    }

    private BrandColor lightened(int percent) {
        int[] mixed = {0, 1, 2};
        for (int i : new int[] {0, 1, 2}) mixed[i] = channel(i) + (255 - channel(i)) * percent / 100;
        return new BrandColor("#%02x%02x%02x".formatted(mixed[0], mixed[1], mixed[2]));
    }

    private double luminance() {
        return 0.2126 * linear(channel(0)) + 0.7152 * linear(channel(1)) + 0.0722 * linear(channel(2));
    }

    private int channel(int index) {
        return Integer.parseInt(text, 1 + 2 * index, 3 + 2 * index, 16);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
