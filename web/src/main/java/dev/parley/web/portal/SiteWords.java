package dev.parley.web.portal;

import dev.parley.company.SiteDetails;
import dev.parley.web.language.Words;
import dev.parley.web.pages.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The fields of a site's form as the page calls them, and the widget's own words behind those that a site may replace. */
final class SiteWords {
    /** What most companies want to say themselves, in the order in which a visitor meets it. */
    private static final List<String> FIRST = List.of(
            "loader.open",
            "greeting",
            "here",
            "hereNote",
            "away",
            "absent",
            "awayNote",
            "start",
            "startNote",
            "leave",
            "leaveNote",
            "placeholder",
            "team");

    /** What can be asked, and how the page calls it. */
    static final Map<String, String> KINDS = kinds();

    private SiteWords() {}

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("name", "site.ask.name");
        kinds.put("email", "site.ask.email");
        kinds.put("phone", "site.ask.phone");
        kinds.put("text", "site.ask.text");
        kinds.put("choice", "site.ask.choice");
        kinds.put("checkbox", "site.ask.checkbox");
        return Collections.unmodifiableMap(kinds);
    }

    /**
     * A text of the widget that a site may say otherwise.
     *
     * @param field under which the form keeps it
     * @param usual what is said where nothing is typed
     */
    public record Line(String field, String name, String usual, boolean isLong) {
        public String getField() {
            return field;
        }

        public String getName() {
            return name;
        }

        public String getUsual() {
            return usual;
        }
    }

    static List<Line> first(Wording wording, String tag) {
        return lines(wording, tag, true);
    }

    static List<Line> others(Wording wording, String tag) {
        return lines(wording, tag, false);
    }

    private static List<Line> lines(Wording wording, String tag, boolean first) {
        Map<String, String> all = new TreeMap<>(wording.words(Locale.forLanguageTag(tag)));
        List<String> names = first
                ? FIRST
                : all.keySet().stream().filter(n -> !FIRST.contains(n)).toList();
        List<Line> lines = new ArrayList<>();
        for (String name : names) {
            String usual = all.get(name);
            if (usual != null) lines.add(new Line(tag + " " + name, name, usual, usual.length() > 60));
        }
        return lines;
    }

    /** How the page calls a field, for whoever reads what somebody else changed. */
    static String label(String field, Words words) {
        String key = AuditWords.field(field);
        if (key != null) return words.say(key);
        if (field.startsWith(SiteForm.SPEAKS))
            return Locale.forLanguageTag(field.substring(SiteForm.SPEAKS.length()))
                    .getDisplayLanguage(words.language());
        if (field.startsWith(SiteForm.SHOWS))
            return words.say("site.showsIn") + ": "
                    + Locale.forLanguageTag(field.substring(SiteForm.SHOWS.length()))
                            .getDisplayLanguage(words.language());
        if (field.startsWith(SiteAskForm.CONSENT))
            return words.say("site.consent") + " (" + field.substring(SiteAskForm.CONSENT.length()) + ")";
        if (field.startsWith(SiteAskForm.ASK) || field.equals(SiteAskForm.ORDER)) return words.say("site.ask.title");
        if (field.startsWith(SiteInviteForm.INVITE) || field.equals(SiteInviteForm.ORDER))
            return words.say("site.invite.title");
        return field.startsWith(SiteForm.ROUTE) ? words.say("site.routes") : field;
    }

    /** A value as a person reads it. */
    static String value(Object value, Words words) {
        if (value instanceof Boolean truth) return words.say(truth ? "audit.yes" : "audit.no");
        return value == null ? "" : value.toString();
    }

    /** Origins in one line. */
    static String origins(SiteDetails site) {
        return String.join(", ", site.origins());
    }
}
