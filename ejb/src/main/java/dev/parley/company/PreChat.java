package dev.parley.company;

import dev.parley.shared.Invalid;
import dev.parley.shared.ShortText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a site asks before somebody's first message, what one must agree to, and what visitors are told of how it listens. Whatever way a conversation begins, it does not without what
 * is required.
 *
 * @param department whether visitors may choose the department; who does not goes where the page or the site says
 * @param consent what one must agree to, by language; empty for nothing
 * @param consentSince when that text was last another one; null where there is none
 * @param fields in the order in which they are asked
 * @param typingPreview whether agents see what a visitor writes before it is sent; visitors are told
 */
public record PreChat(
        boolean department,
        Map<String, String> consent,
        Instant consentSince,
        List<FormField> fields,
        boolean typingPreview) {
    public static final int MOST_FIELDS = 20;
    public static final int LONGEST_CONSENT = 1000;

    /** Under which the answer to {@link #consent} comes. */
    public static final String CONSENT = "consent";

    /** Under which the chosen department may come. */
    public static final String DEPARTMENT = "department";

    /** Asks nothing. */
    public static final PreChat NONE = new PreChat(false, Map.of(), null, List.of(), false);

    public PreChat {
        consent = Map.copyOf(consent);
        fields = List.copyOf(fields);
    }

    /** The same as it is kept. @throws Invalid saying what does not fit */
    PreChat checked() {
        if (fields.size() > MOST_FIELDS) throw new Invalid("A form has at most " + MOST_FIELDS + " fields.");
        Set<String> names = new HashSet<>();
        for (FormField field : fields)
            if (!names.add(field.name())) throw new Invalid("There are two fields '" + field.name() + "'.");
        if (!consent.isEmpty()) SiteRules.languages(List.copyOf(consent.keySet()));
        Map<String, String> texts = new TreeMap<>();
        consent.forEach((language, said) -> {
            String text = ShortText.of("The text one agrees to", said, LONGEST_CONSENT);
            if (text != null) texts.put(language, text);
        });
        List<FormField> fitting = fields.stream().map(FormField::checked).toList();
        return new PreChat(department, texts, consentSince, fitting, typingPreview);
    }

    /** The same, with a text that is another one since then. */
    PreChat since(PreChat before, Instant at) {
        Instant since = consent.equals(before.consent()) ? before.consentSince() : at;
        return new PreChat(department, consent, consent.isEmpty() ? null : since, fields, typingPreview);
    }

    /** What one must agree to, in that language, else in the other, else in any; null for nothing. */
    public String consent(String language, String other) {
        return consent.isEmpty() ? null : spoken(consent, language, other);
    }

    static <T> T spoken(Map<String, T> all, String language, String other) {
        T found = all.get(all.containsKey(language) ? language : other);
        return found == null ? new TreeMap<>(all).firstEntry().getValue() : found;
    }

    public boolean asksNothing() {
        return !department && consent.isEmpty() && fields.isEmpty();
    }

    /**
     * The answers as they are kept with the conversation.
     *
     * @param said by the fields' names; how the desk can reach the visitor may be there unasked
     * @param language the site's own
     * @param consented when the visitor agreed before it said anything, or null
     * @throws Invalid naming the field that is missing, does not fit or is not asked
     */
    public List<FormAnswer> answers(Map<String, String> said, String language, Instant consented) {
        for (String name : said.keySet())
            if (!asks(name)) throw new Invalid("There is no field '" + name + "' in the form.");
        List<FormAnswer> answers = new ArrayList<>();
        for (FormField field : fields) {
            FormAnswer answer = field.answer(said.get(field.name()), language);
            if (answer != null) answers.add(answer);
        }
        String text = consent(language, language);
        if (text != null) {
            boolean before = consented != null && !consented.isBefore(consentSince);
            if (!before && !"true".equals(said.get(CONSENT)))
                throw new Invalid("This site demands consent: the field '" + CONSENT + "' must be true.");
            answers.add(new FormAnswer(CONSENT, FormField.Kind.CHECKBOX.wire(), text, "true"));
        }
        return answers;
    }

    private boolean asks(String name) {
        return name.equals(FormField.NAME)
                || name.equals(FormField.EMAIL)
                || name.equals(DEPARTMENT)
                || name.equals(CONSENT)
                || fields.stream().anyMatch(f -> f.name().equals(name));
    }
}
