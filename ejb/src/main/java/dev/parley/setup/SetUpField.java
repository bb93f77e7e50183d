package dev.parley.setup;

import java.util.Locale;

/** What the set-up asks besides the code. */
public enum SetUpField {
    COMPANY,
    DEPARTMENT,
    KEY,
    SITE,
    NAME,
    EMAIL,
    PASSWORD,
    LANGUAGE,
    ZONE;

    /** The name in small letters. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
