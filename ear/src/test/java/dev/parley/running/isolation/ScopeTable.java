package dev.parley.running.isolation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which scope an API token needs for a route, as an integrator would expect it: said here apart from the product's own table. */
final class ScopeTable {
    static final Set<String> ALL = Set.of(
            "conversations:read",
            "conversations:write",
            "agents:read",
            "agents:write",
            "settings:read",
            "settings:write",
            "articles:read",
            "articles:write",
            "reports:read",
            "audit:read");

    /** People's own affairs, and what makes tokens. */
    private static final Set<String> FOR_PEOPLE = Set.of("account", "sessions", "tokens", "single-sign-on");

    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("conversations", "conversations"),
            Map.entry("visitor-notes", "conversations"),
            Map.entry("mentions", "conversations"),
            Map.entry("decisions", "conversations"),
            Map.entry("files", "conversations"),
            Map.entry("calls", "conversations"),
            Map.entry("agents", "agents"),
            Map.entry("people", "agents"),
            Map.entry("invitations", "agents"),
            Map.entry("roles", "agents"),
            Map.entry("company", "settings"),
            Map.entry("sites", "settings"),
            Map.entry("sightings", "settings"),
            Map.entry("first-steps", "settings"),
            Map.entry("departments", "settings"),
            Map.entry("hours", "settings"),
            Map.entry("tags", "settings"),
            Map.entry("outcomes", "settings"),
            Map.entry("away-reasons", "settings"),
            Map.entry("canned-responses", "settings"),
            Map.entry("mail-settings", "settings"),
            Map.entry("mails", "settings"),
            Map.entry("articles", "articles"),
            Map.entry("reports", "reports"),
            Map.entry("audit", "audit"));

    private ScopeTable() {}

    /** Nothing where no token is let in. Not for what everybody may. */
    static Optional<String> of(Route route, Audience audience) {
        String first = route.path().split("/")[3];
        boolean forNoProgram = audience == Audience.VISITORS || audience == Audience.PAGES;
        if (forNoProgram || audience == Audience.OPERATOR || FOR_PEOPLE.contains(first)) return Optional.empty();
        String area = AREAS.get(first);
        if (area == null) throw new AssertionError("no test knows which scope opens " + route);
        return Optional.of(area + (route.method().equals("GET") ? ":read" : ":write"));
    }

    /** All but that one. */
    static Set<String> allBut(String scope) {
        Set<String> others = new TreeSet<>(ALL);
        others.remove(scope);
        return others;
    }
}
