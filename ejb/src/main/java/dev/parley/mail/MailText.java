package dev.parley.mail;

import java.net.URI;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the mails say: a bundle {@code mails_<language>.properties} a language, all with the same keys. Each mail has a subject, a sentence
 * before its link, the link's name, and a sentence after it.
 */
public enum MailText {
    RESET("reset"),
    INVITATION("invitation"),
    /** A colleague has taken the codes and passkeys of a lost telephone away. */
    FACTORS_TAKEN("factors-taken");

    private static final String BUNDLE = "dev.parley.mail.mails";
    private static final String RIGHT_TO_LEFT = "ar";

    private final String key;

    MailText(String key) {
        this.key = key;
    }

    /** As it stands in JSON and in the database. */
    public String wire() {
        return key;
    }

    /**
     * The mail.
     *
     * @param language English where there are no words in it
     * @param link where it leads, on our own origin
     * @param values what the texts name, by place; any text
     */
    public Mail write(String to, Locale language, URI link, Object... values) {
        ResourceBundle words = bundle(language);
        String before = say(words, ".before", values);
        String after = say(words, ".after", values);
        String text = before + "\n\n" + link + "\n\n" + after + "\n";
        return new Mail(
                to, say(words, ".subject", values), text, html(words, before, link, say(words, ".go", values), after));
    }

    private static ResourceBundle bundle(Locale language) {
        ClassLoader loader = MailText.class.getClassLoader();
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(BUNDLE, language, loader, control);
    }

    private String say(ResourceBundle words, String part, Object... values) {
        return new MessageFormat(words.getString(key + part), words.getLocale()).format(values);
    }

    /** As plain as mail programs want it: nothing is fetched, no style but a few attributes. */
    private static String html(ResourceBundle words, String before, URI link, String go, String after) {
        String language = words.getLocale().getLanguage().isEmpty()
                ? "en"
                : words.getLocale().getLanguage();
        String direction = RIGHT_TO_LEFT.equals(language) ? "rtl" : "ltr";
        return """
                <!DOCTYPE html>
                <html lang="%s" dir="%s"><head><meta charset="utf-8"></head>
                <body style="margin:0;padding:24px;background:#f4f2ee;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1d2329">
                <div style="max-width:32rem;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #dcd8d0;border-radius:10px">
                <p style="margin:0 0 20px">%s</p>
                <p style="margin:0 0 20px"><a href="%s" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#0b5d7a;color:#ffffff;text-decoration:none;font-weight:600">%s</a></p>
                <p style="margin:0;color:#5a626b;font-size:14px">%s</p>
                </div></body></html>
                """.formatted(language, direction, escape(before), escape(link.toString()), escape(go), escape(after));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
