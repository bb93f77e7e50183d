package dev.parley.web.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * A time on a page: a script shows it in the browser's zone, without one it stands there in UTC.
 *
 * @param iso for {@code datetime}
 */
public record Moment(String iso, String text) {
    /** {@code at} may be null: then there is none. */
    public static Moment of(Instant at, Locale language) {
        if (at == null) return null;
        // one kind of digits wherever people write numbers too, as in the console
        Locale figures = new Locale.Builder()
                .setLocale(language)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
        String text = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .localizedBy(figures)
                .withZone(ZoneOffset.UTC)
                .format(at);
        return new Moment(at.toString(), text + " UTC");
    }

    public String getIso() {
        return iso;
    }

    public String getText() {
        return text;
    }
}
