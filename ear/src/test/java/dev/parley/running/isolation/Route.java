package dev.parley.running.isolation;

import dev.parley.running.ParleyRest;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.TreeSet;

/** A method and a path with its templates, as OpenAPI lists them. */
record Route(String method, String path) implements Comparable<Route> {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /** Everything that the running Parley says it answers under {@code /api}. */
    static Set<Route> listed(ParleyRest rest) {
        JsonObject paths =
                ParleyRest.json(rest.get("/openapi?format=JSON", null)).getJsonObject("paths");
        Set<Route> routes = new TreeSet<>();
        paths.forEach((path, item) -> item.asJsonObject().keySet().stream()
                .filter(METHODS::contains)
                .filter(method -> path.startsWith("/api/"))
                .forEach(method -> routes.add(new Route(method.toUpperCase(java.util.Locale.ROOT), path))));
        return routes;
    }

    /** {@code GET /api/v1/sessions}. */
    static Route of(String text) {
        String[] parts = text.split(" ", 2);
        return new Route(parts[0], parts[1]);
    }

    boolean hasId() {
        return path.contains("{id}");
    }

    /** The path to ask with this id. */
    String with(String id) {
        return path.replace("{siteKey}", "acme").replace("{report}", "chat").replace("{id}", id);
    }

    @Override
    public int compareTo(Route other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
