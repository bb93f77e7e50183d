package dev.parley.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * How somebody looks at Parley.
 *
 * @param name ends the names of the pictures
 * @param width of the window, in CSS pixels
 * @param height of the window, in CSS pixels
 * @param language tag of the browser's language
 */
record Look(String name, int width, int height, ColorScheme scheme, String language) {
    static final Look DESKTOP = new Look("desktop", 1280, 900, ColorScheme.LIGHT, "en");
    static final Look DARK = new Look("dark-desktop", 1280, 900, ColorScheme.DARK, "en");
    static final Look PHONE = new Look("phone", 390, 844, ColorScheme.LIGHT, "en");
    static final Look NARROW = new Look("320", 320, 640, ColorScheme.LIGHT, "en");
    static final Look LANDSCAPE = new Look("landscape", 844, 390, ColorScheme.LIGHT, "en");
    static final Look TABLET = new Look("tablet", 768, 1024, ColorScheme.LIGHT, "en");

    Look in(String tag) {
        return new Look(name, width, height, scheme, tag);
    }

    /** Whether the panel fills the window. */
    boolean phone() {
        return width <= 480;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setHasTouch(phone())
                .setLocale(language);
    }
}
