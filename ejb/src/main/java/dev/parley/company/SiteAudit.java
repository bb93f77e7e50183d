package dev.parley.company;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.TreeMap;

/** A site as the audit log keeps it: one member for each thing that can be changed, so that a change names just that. */
final class SiteAudit {
    private SiteAudit() {}

    static JsonObject json(SiteDetails site) {
        var json = Json.createObjectBuilder()
                .add("key", site.key())
                .add("name", site.name())
                .add("origins", Json.createArrayBuilder(site.origins()))
                .add("languages", Json.createArrayBuilder(site.languages()))
                .add("department", site.departmentName())
                .add("reopenHours", site.reopenHours())
                .add("archived", site.archived());
        SiteLookJson.write(site.look()).forEach(json::add);
        site.showing().json().forEach(json::add);
        var routes = Json.createArrayBuilder();
        site.routes().forEach(r -> routes.add(r.pattern().text() + " → " + r.name()));
        json.add("routes", routes);
        new TreeMap<>(site.texts())
                .forEach((language, own) ->
                        new TreeMap<>(own).forEach((name, text) -> json.add(language + " " + name, text)));
        return json.build();
    }
}
