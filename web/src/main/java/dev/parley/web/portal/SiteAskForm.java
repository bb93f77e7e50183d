package dev.parley.web.portal;

import dev.parley.company.AnswerPattern;
import dev.parley.company.FormField;
import dev.parley.company.FormField.Kind;
import dev.parley.company.PreChat;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a site asks before the first message, among the fields of {@link SiteForm}: each question under its name, the order of the names in
 * one field of its own, what is said in a language under its tag. So two states of it can be joined question by question.
 */
final class SiteAskForm {
    static final String DEPARTMENT = "askDepartment";
    static final String PREVIEW = "askPreview";
    static final String CONSENT = "consent.";
    static final String ORDER = "askOrder";
    static final String ASK = "ask.";

    /** A question that is to be made for the visitor's name is a text of that name. */
    private static final String NAME = FormField.NAME;

    private SiteAskForm() {}

    /** A question of the form. @param name under which the answer is kept @param kind {@code name} or a {@link Kind} */
    public record Question(String name, String kind, boolean first, boolean last) {
        public String getName() {
            return name;
        }

        public String getKind() {
            return kind;
        }

        public boolean isFirst() {
            return first;
        }

        public boolean isLast() {
            return last;
        }

        /** The field of the form under which a part of it is. */
        public String field(String part) {
            return ASK + name + "." + part;
        }

        public String field(String part, String language) {
            return field(part) + "." + language;
        }
    }

    static void of(Map<String, Object> fields, PreChat form) {
        fields.put(DEPARTMENT, form.department());
        fields.put(PREVIEW, form.typingPreview());
        form.consent().forEach((language, text) -> fields.put(CONSENT + language, text));
        fields.put(
                ORDER,
                String.join(" ", form.fields().stream().map(FormField::name).toList()));
        for (FormField field : form.fields()) {
            String at = ASK + field.name() + ".";
            fields.put(at + "kind", field.kind().wire());
            fields.put(at + "required", field.required());
            fields.put(
                    at + "pattern",
                    field.pattern() == null ? "" : field.pattern().text());
            field.words().forEach((language, words) -> {
                fields.put(at + "label." + language, words.label());
                fields.put(at + "help." + language, words.help() == null ? "" : words.help());
                fields.put(at + "choices." + language, String.join("\n", words.choices()));
            });
        }
    }

    /** In their order. */
    static List<Question> questions(Map<String, Object> fields) {
        List<String> names = names(fields);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            String kind = name.equals(NAME) ? NAME : SiteForm.text(fields, ASK + name + ".kind");
            questions.add(new Question(name, kind, i == 0, i == names.size() - 1));
        }
        return questions;
    }

    private static List<String> names(Map<String, Object> fields) {
        return Stream.of(SiteForm.text(fields, ORDER).split(" "))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Asks one thing more, at the end; the visitor's name and address once. */
    static void add(Map<String, Object> fields, String kind) {
        List<String> names = new ArrayList<>(names(fields));
        boolean known = kind.equals(NAME) || kind.equals(FormField.EMAIL);
        String name = known ? kind : free(names);
        if (names.size() >= PreChat.MOST_FIELDS || names.contains(name)) return;
        names.add(name);
        fields.put(ORDER, String.join(" ", names));
        fields.put(
                ASK + name + ".kind",
                kind.equals(NAME) ? Kind.TEXT.wire() : Kind.of(kind).wire());
    }

    private static String free(List<String> names) {
        int number = 1;
        while (names.contains("q" + number)) number++;
        return "q" + number;
    }

    /** Asks it no more; what was said of it goes. */
    static void drop(Map<String, Object> fields, String name) {
        List<String> names = new ArrayList<>(names(fields));
        names.remove(name);
        fields.put(ORDER, String.join(" ", names));
        fields.keySet().removeIf(field -> field.startsWith(ASK + name + "."));
    }

    /** Asks it before, or after, its neighbour. */
    static void move(Map<String, Object> fields, String name, int by) {
        List<String> names = new ArrayList<>(names(fields));
        int from = names.indexOf(name);
        int to = from + by;
        if (from < 0 || to < 0 || to >= names.size()) return;
        Collections.swap(names, from, to);
        fields.put(ORDER, String.join(" ", names));
    }

    /**
     * What the door wants.
     *
     * @param languages of the site, its own first: in that one each question has words
     */
    static JsonObject draft(Map<String, Object> fields, List<String> languages, SiteForm.Problems problems) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (String name : names(fields)) list.add(question(fields, name, languages, problems));
        var consent = Json.createObjectBuilder();
        languagesOf(fields, CONSENT).forEach(language -> {
            String text = SiteForm.text(fields, CONSENT + language);
            if (!text.isEmpty()) consent.add(language, text);
        });
        return Json.createObjectBuilder()
                .add("department", Boolean.TRUE.equals(fields.get(DEPARTMENT)))
                .add("consent", consent)
                .add("fields", list)
                .add("typingPreview", Boolean.TRUE.equals(fields.get(PREVIEW)))
                .build();
    }

    private static JsonObject question(
            Map<String, Object> fields, String name, List<String> languages, SiteForm.Problems problems) {
        String at = ASK + name + ".";
        String kind = SiteForm.text(fields, at + "kind");
        String pattern = SiteForm.text(fields, at + "pattern");
        var words = Json.createObjectBuilder();
        Set<String> spoken = languagesOf(fields, at + "label.");
        for (String language : spoken) {
            String label = SiteForm.text(fields, at + "label." + language);
            if (label.isEmpty()) continue;
            var each = Json.createObjectBuilder().add("label", label);
            String help = SiteForm.text(fields, at + "help." + language);
            if (!help.isEmpty()) each.add("help", help);
            if (kind.equals(Kind.CHOICE.wire())) each.add("choices", choices(fields, at + "choices." + language));
            words.add(language, each);
        }
        String own = languages.isEmpty() ? "en" : languages.get(0);
        if (SiteForm.text(fields, at + "label." + own).isEmpty()) problems.say("site.ask.unlabelled", own);
        if (!pattern.isEmpty() && !fits(pattern)) problems.say("site.ask.notAPattern", pattern);
        var json = Json.createObjectBuilder()
                .add("name", name)
                .add("kind", kind)
                .add("required", Boolean.TRUE.equals(fields.get(at + "required")))
                .add("texts", words);
        if (!pattern.isEmpty() && fits(pattern)) json.add("pattern", pattern);
        return json.build();
    }

    private static JsonArrayBuilder choices(Map<String, Object> fields, String name) {
        JsonArrayBuilder choices = Json.createArrayBuilder();
        SiteForm.text(fields, name)
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .forEach(choices::add);
        return choices;
    }

    private static boolean fits(String pattern) {
        try {
            AnswerPattern.of(pattern);
            return true;
        } catch (Invalid e) {
            return false;
        }
    }

    private static Set<String> languagesOf(Map<String, Object> fields, String begin) {
        Set<String> languages = new TreeSet<>();
        fields.keySet().stream()
                .filter(name -> name.startsWith(begin))
                .forEach(name -> languages.add(name.substring(begin.length())));
        return languages;
    }
}
