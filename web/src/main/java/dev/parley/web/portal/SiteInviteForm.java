package dev.parley.web.portal;

import dev.parley.company.ChatInvite;
import dev.parley.company.ChatInvites;
import dev.parley.company.ChatInvitesJson;
import dev.parley.company.PagePattern;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * By which rules a site's pages speak first, among the fields of {@link SiteForm}: each rule under its id, the order of the ids in one field
 * of its own, what is said in a language under its tag. So two states of it can be joined rule by rule.
 */
public final class SiteInviteForm {
    static final String ORDER = "inviteOrder";
    static final String INVITE = "invite.";

    private static final String USUAL_SECONDS = "20";

    private final Map<String, Object> fields;
    private final Runnable touched;

    /** @param touched is told of each change */
    SiteInviteForm(Map<String, Object> fields, Runnable touched) {
        this.fields = fields;
        this.touched = touched;
    }

    /** A rule of the form. @param number as it is counted on the page, from 1 */
    public record Rule(String id, int number, boolean first, boolean last) {
        public String getId() {
            return id;
        }

        public int getNumber() {
            return number;
        }

        public boolean isFirst() {
            return first;
        }

        public boolean isLast() {
            return last;
        }

        /** The field of the form under which a part of it is. */
        public String field(String part) {
            return INVITE + id + "." + part;
        }

        public String field(String part, String language) {
            return field(part) + "." + language;
        }
    }

    static void of(Map<String, Object> fields, ChatInvites invites) {
        fields.put(
                ORDER,
                String.join(" ", invites.rules().stream().map(ChatInvite::id).toList()));
        for (ChatInvite rule : invites.rules()) {
            String at = INVITE + rule.id() + ".";
            fields.put(at + "on", rule.on());
            fields.put(at + "seconds", String.valueOf(rule.seconds()));
            fields.put(at + "page", rule.page() == null ? "" : rule.page().text());
            fields.put(at + "pages", String.valueOf(rule.pages()));
            fields.put(at + "visitor", rule.visitor().wire());
            rule.texts().forEach((language, text) -> fields.put(at + "text." + language, text));
        }
    }

    /** In their order. */
    public List<Rule> getRules() {
        List<String> ids = ids();
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) rules.add(new Rule(ids.get(i), i + 1, i == 0, i == ids.size() - 1));
        return rules;
    }

    /** Whether there may be no more of them. */
    public boolean isFull() {
        return ids().size() >= ChatInvites.MOST;
    }

    private List<String> ids() {
        return ids(fields);
    }

    private static List<String> ids(Map<String, Object> fields) {
        return Stream.of(SiteForm.text(fields, ORDER).split(" "))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** One more, at the end. */
    public void add() {
        touched.run();
        List<String> ids = new ArrayList<>(ids());
        if (isFull()) return;
        String at = ChatInvitesJson.fresh(new HashSet<>(ids));
        ids.add(at);
        fields.put(ORDER, String.join(" ", ids));
        fields.put(INVITE + at + ".on", true);
        fields.put(INVITE + at + ".seconds", USUAL_SECONDS);
        fields.put(INVITE + at + ".pages", "1");
        fields.put(INVITE + at + ".visitor", ChatInvite.Visitor.ANY.wire());
    }

    public void raise(String id) {
        move(id, -1);
    }

    public void lower(String id) {
        move(id, 1);
    }

    private void move(String id, int by) {
        touched.run();
        List<String> ids = new ArrayList<>(ids());
        int from = ids.indexOf(id);
        int to = from + by;
        if (from < 0 || to < 0 || to >= ids.size()) return;
        Collections.swap(ids, from, to);
        fields.put(ORDER, String.join(" ", ids));
    }

    /** What was said of it goes. */
    public void drop(String id) {
        touched.run();
        List<String> ids = new ArrayList<>(ids());
        ids.remove(id);
        fields.put(ORDER, String.join(" ", ids));
        fields.keySet().removeIf(field -> field.startsWith(INVITE + id + "."));
    }

    /**
     * What the door wants.
     *
     * @param languages of the site, its own first: in that one each rule has words
     */
    static JsonArray draft(Map<String, Object> fields, List<String> languages, SiteForm.Problems problems) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        String own = languages.isEmpty() ? "en" : languages.get(0);
        for (String id : ids(fields)) list.add(rule(fields, id, own, problems));
        return list.build();
    }

    private static JsonObject rule(Map<String, Object> fields, String id, String own, SiteForm.Problems problems) {
        String at = INVITE + id + ".";
        var texts = Json.createObjectBuilder();
        for (String language : new TreeSet<>(fields.keySet())) {
            if (!language.startsWith(at + "text.")) continue;
            String text = SiteForm.text(fields, language);
            if (text.length() > ChatInvite.LONGEST) problems.say("site.invite.tooLong", text, ChatInvite.LONGEST);
            else if (!text.isEmpty()) texts.add(language.substring((at + "text.").length()), text);
        }
        if (SiteForm.text(fields, at + "text." + own).isEmpty()) problems.say("site.invite.wordless", own);
        var json = Json.createObjectBuilder()
                .add("id", id)
                .add("on", Boolean.TRUE.equals(fields.get(at + "on")))
                .add("seconds", number(fields, at + "seconds", 0, ChatInvite.MOST_SECONDS, problems))
                .add("pages", number(fields, at + "pages", 1, ChatInvite.MOST_PAGES, problems))
                .add("texts", texts);
        String visitor = SiteForm.text(fields, at + "visitor");
        if (!visitor.isEmpty()) json.add("visitor", visitor);
        String page = SiteForm.text(fields, at + "page");
        if (!page.isEmpty() && fits(page, problems)) json.add("page", page);
        return json.build();
    }

    private static int number(
            Map<String, Object> fields, String name, int least, int most, SiteForm.Problems problems) {
        String typed = SiteForm.text(fields, name);
        int number = typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
        if (number >= least && number <= most) return number;
        problems.say("site.notANumber", typed, least, most);
        return least;
    }

    private static boolean fits(String page, SiteForm.Problems problems) {
        try {
            PagePattern.of(page);
            return true;
        } catch (Invalid e) {
            problems.say("site.notAPath", page);
            return false;
        }
    }
}
