package dev.parley.web.language;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the pages in one language, one of those that are spoken. Pages written in Faces know the same bundle as {@code t}. */
public record Words(Locale language) {
    private static final String BUNDLE = "dev.parley.web.language.messages";

    /**
     * The text of that key; with values, as a {@link MessageFormat}.
     *
     * @throws java.util.MissingResourceException if there is none
     */
    public String say(String key, Object... values) {
        String text = ResourceBundle.getBundle(BUNDLE, language, Words.class.getClassLoader())
                .getString(key);
        return values.length == 0 ? text : new MessageFormat(text, figures()).format(values);
    }

    /** How long to wait: "40 seconds", "2 minutes"; rounded up, so that the wait is over when it says so. */
    public String wait(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (seconds < 60) return say("wait.seconds", seconds);
        long minutes = (seconds + 59) / 60;
        return minutes < 60 ? say("wait.minutes", minutes) : say("wait.hours", (minutes + 59) / 60);
    }

    /** One kind of digits wherever people write numbers too, as in the console. */
    public Locale figures() {
        return new Locale.Builder()
                .setLocale(language)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
    }
}
