package dev.parley.web.portal;

import dev.parley.company.OriginPattern;
import dev.parley.company.PagePattern;
import dev.parley.company.SiteDetails;
import dev.parley.company.SiteDraft;
import dev.parley.company.SiteLook;
import dev.parley.company.SiteLookJson;
import dev.parley.company.SiteRoute;
import dev.parley.company.SiteShowing;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is typed of a site, field by field under the name of each: texts, and truths for what is ticked. Own words are under {@code de
 * greeting}, a language that is ticked under {@code speaks de}. Two states of it can be compared and joined field by field.
 */
final class SiteForm {
    /** What is wrong with a field, as a key of the pages' words, and what was typed. */
    interface Problems extends BiConsumer<String, Object[]> {
        default void say(String key, Object... values) {
            accept(key, values);
        }
    }

    static final String SPEAKS = "speaks ";
    /** Before the tag of a language in which a page must be. */
    static final String SHOWS = "shows.";
    /** Before the number of a page with a department of its own. */
    static final String ROUTE = "route.";

    private static final int MOST_ROUTES = 20;

    private static final Map<String, int[]> NUMBERS = Map.of(
            "radius", new int[] {0, 24},
            "textSize", new int[] {90, 125},
            "fromSide", new int[] {0, 200},
            "fromBottom", new int[] {0, 200},
            "size", new int[] {44, 80});

    private SiteForm() {}

    /** The fields of a site as it is. */
    static Map<String, Object> of(SiteDetails site) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", site.name());
        fields.put("origins", String.join("\n", site.origins()));
        fields.put("department", site.department());
        fields.put("language", site.languages().get(0));
        site.languages().forEach(tag -> fields.put(SPEAKS + tag, true));
        look(fields, site.look());
        showing(fields, site.showing());
        for (int i = 0; i < site.routes().size(); i++) {
            fields.put(ROUTE + i + ".path", site.routes().get(i).pattern().text());
            fields.put(ROUTE + i + ".department", site.routes().get(i).department());
        }
        SiteAskForm.of(fields, site.form());
        SiteInviteForm.of(fields, site.invites());
        site.texts().forEach((language, own) -> own.forEach((name, text) -> fields.put(language + " " + name, text)));
        return fields;
    }

    /** The fields of a site that is to be made. */
    static Map<String, Object> fresh() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("language", "en");
        look(fields, SiteLook.PLAIN);
        showing(fields, SiteShowing.ALWAYS);
        return fields;
    }

    private static void look(Map<String, Object> fields, SiteLook look) {
        SiteLookJson.write(look).forEach((name, value) -> fields.put(name, field(value)));
    }

    private static void showing(Map<String, Object> fields, SiteShowing showing) {
        fields.put("pages", showing.paths().isEmpty() ? "all" : showing.only() ? "only" : "except");
        fields.put("paths", showing.paths().stream().map(PagePattern::text).collect(Collectors.joining("\n")));
        fields.put("phones", showing.phones());
        fields.put("desktops", showing.desktops());
        fields.put("closed", showing.closed());
        showing.languages().forEach(tag -> fields.put(SHOWS + tag, true));
    }

    private static Object field(JsonValue value) {
        if (value instanceof JsonString text) return text.getString();
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) return value == JsonValue.TRUE;
        if (value instanceof JsonObject tokens) {
            return tokens.entrySet().stream()
                    .map(e -> e.getKey() + ": " + ((JsonString) e.getValue()).getString())
                    .collect(Collectors.joining("\n"));
        }
        return value == JsonValue.NULL ? "" : value.toString();
    }

    /** What was not touched becomes theirs; what was stays. */
    static void join(Map<String, Object> mine, Map<String, Object> seen, Map<String, Object> theirs) {
        Stream.of(seen, theirs).flatMap(m -> m.keySet().stream()).distinct().forEach(name -> {
            if (same(mine.get(name), seen.get(name))) mine.put(name, theirs.get(name));
        });
    }

    static boolean same(Object one, Object other) {
        return Objects.equals(plain(one), plain(other));
    }

    /** Nothing typed, nothing ticked and nothing there are the same. */
    private static Object plain(Object value) {
        return value == null || "".equals(value) || Boolean.FALSE.equals(value)
                ? null
                : value.toString().strip();
    }

    static String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString().strip();
    }

    /** One origin a line. */
    static List<String> origins(Map<String, Object> fields, Problems problems) {
        List<String> origins = new ArrayList<>();
        for (String line : text(fields, "origins").split("[\\s,]+")) {
            if (line.isEmpty()) continue;
            try {
                origins.add(OriginPattern.of(line).text());
            } catch (Invalid e) {
                problems.say(originProblem(line), line);
            }
        }
        return origins;
    }

    private static String originProblem(String line) {
        if (line.contains("*.") || line.equals("*")) return "site.origin.wildcard";
        if (line.matches("(?i)https?://[^/]+/.*")) return "site.origin.path";
        return "site.origin.unfit";
    }

    /** The ticked languages, the site's own first. */
    static List<String> languages(Map<String, Object> fields) {
        String own = text(fields, "language");
        return Stream.concat(
                        Stream.of(own),
                        fields.entrySet().stream()
                                .filter(e -> e.getKey().startsWith(SPEAKS) && Boolean.TRUE.equals(e.getValue()))
                                .map(e -> e.getKey().substring(SPEAKS.length()))
                                .sorted())
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** The look as typed; a field that does not fit is told of and keeps what was. */
    static SiteLook look(Map<String, Object> fields, SiteLook was, Problems problems) {
        JsonObjectBuilder look = Json.createObjectBuilder();
        for (String name : List.of("color", "background", "bubble")) {
            String typed = text(fields, name);
            boolean needed = name.equals("color");
            if (typed.isEmpty() && !needed) look.addNull(name);
            else if (SiteLook.isColor(typed)) look.add(name, typed);
            else problems.say("site.notAColor", typed);
        }
        NUMBERS.forEach((name, range) -> {
            String typed = text(fields, name);
            boolean fits = typed.matches("\\d{1,3}")
                    && Integer.parseInt(typed) >= range[0]
                    && Integer.parseInt(typed) <= range[1];
            if (fits) look.add(name, Integer.parseInt(typed));
            else problems.say("site.notANumber", typed, range[0], range[1]);
        });
        for (String name : List.of("scheme", "font", "side", "shape", "icon")) {
            String chosen = text(fields, name);
            if (!chosen.isEmpty()) look.add(name, chosen);
        }
        for (String name : List.of("words", "faces", "contact", "hours"))
            look.add(name, Boolean.TRUE.equals(fields.get(name)));
        look.add("tokens", tokens(text(fields, "tokens"), problems));
        return SiteLookJson.read(look.build(), was);
    }

    private static JsonObject tokens(String typed, Problems problems) {
        Map<String, String> tokens = new TreeMap<>();
        for (String line : typed.split("[\\n;]+")) {
            if (line.isBlank()) continue;
            String[] parts = line.split(":", 2);
            boolean fits =
                    parts.length == 2 && SiteLook.isToken(parts[0], parts[1]) && tokens.size() < SiteLook.MOST_TOKENS;
            if (fits) tokens.put(parts[0].strip(), parts[1].strip());
            else problems.say("site.notAToken", line.strip());
        }
        var json = Json.createObjectBuilder();
        tokens.forEach(json::add);
        return json.build();
    }

    /** Own words by language; a language that had some and has none any more is there, and empty. */
    static Map<String, Map<String, String>> texts(Map<String, Object> fields) {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        fields.forEach((name, value) -> {
            int blank = name.indexOf(' ');
            if (blank < 0 || name.startsWith(SPEAKS)) return;
            Map<String, String> own = texts.computeIfAbsent(name.substring(0, blank), l -> new TreeMap<>());
            String text = value == null ? "" : value.toString().strip();
            if (!text.isEmpty()) own.put(name.substring(blank + 1), text);
        });
        return texts;
    }

    /** The places of a text such as {@code {name}} that the widget's own has not. */
    static List<String> unknownPlaces(String text, String usual) {
        return Arrays.stream(text.split("(?=\\{)|(?<=})"))
                .filter(part -> part.startsWith("{") && part.endsWith("}") && !usual.contains(part))
                .toList();
    }

    /** Where and when the button is shown. */
    private static JsonObject showing(Map<String, Object> fields, Problems problems) {
        String pages = text(fields, "pages");
        var paths = Json.createArrayBuilder();
        for (String line : text(fields, "paths").split("\\s+")) {
            if (line.isEmpty() || pages.equals("all")) continue;
            if (pattern(line, problems) != null) paths.add(line);
        }
        var languages = Json.createArrayBuilder();
        fields.keySet().stream()
                .filter(name -> name.startsWith(SHOWS) && Boolean.TRUE.equals(fields.get(name)))
                .sorted()
                .forEach(name -> languages.add(name.substring(SHOWS.length())));
        return Json.createObjectBuilder()
                .add("only", pages.equals("only"))
                .add("paths", paths)
                .add("phones", Boolean.TRUE.equals(fields.get("phones")))
                .add("desktops", Boolean.TRUE.equals(fields.get("desktops")))
                .add("closed", Boolean.TRUE.equals(fields.get("closed")))
                .add("showsIn", languages)
                .build();
    }

    private static PagePattern pattern(String typed, Problems problems) {
        try {
            return PagePattern.of(typed);
        } catch (Invalid e) {
            problems.say("site.notAPath", typed);
            return null;
        }
    }

    private static List<SiteRoute> routes(Map<String, Object> fields, Problems problems) {
        List<SiteRoute> routes = new ArrayList<>();
        for (int i = 0; i < MOST_ROUTES; i++) {
            String path = text(fields, ROUTE + i + ".path");
            String department = text(fields, ROUTE + i + ".department");
            if (path.isEmpty()) continue;
            PagePattern pattern = pattern(path, problems);
            if (department.isEmpty()) problems.say("site.routeIncomplete", path);
            else if (pattern != null) routes.add(new SiteRoute(pattern, department, null));
        }
        return routes;
    }

    /** The numbers of the routes there are, and two more to fill in. */
    static List<Integer> routeNumbers(Map<String, Object> fields) {
        int last = -1;
        for (int i = 0; i < MOST_ROUTES; i++)
            if (!text(fields, ROUTE + i + ".path").isEmpty()) last = i;
        return IntStream.range(0, Math.min(last + 3, MOST_ROUTES)).boxed().toList();
    }

    static SiteDraft draft(Map<String, Object> fields, SiteLook was, Long version, Problems problems) {
        return new SiteDraft(
                text(fields, "name"),
                origins(fields, problems),
                languages(fields),
                text(fields, "department").isEmpty() ? null : text(fields, "department"),
                null,
                null,
                SiteLookJson.write(look(fields, was, problems)),
                texts(fields),
                showing(fields, problems),
                routes(fields, problems),
                SiteAskForm.draft(fields, languages(fields), problems),
                SiteInviteForm.draft(fields, languages(fields), problems),
                version);
    }
}
