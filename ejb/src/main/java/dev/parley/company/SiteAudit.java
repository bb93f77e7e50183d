package dev.parley.company;

import dev.parley.shared.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.StringJoiner;
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
        form(json, site.form());
        invites(json, site.invites());
        new TreeMap<>(site.texts())
                .forEach((language, own) ->
                        new TreeMap<>(own).forEach((name, text) -> json.add(language + " " + name, text)));
        return json.build();
    }

    /** What is asked, field by field, so that a change names just those that are others. */
    private static void form(JsonObjectBuilder json, PreChat form) {
        json.add("askDepartment", form.department());
        json.add("typingPreview", form.typingPreview());
        new TreeMap<>(form.consent()).forEach((language, text) -> json.add("consent " + language, text));
        json.add(
                "fields",
                Json.createArrayBuilder(
                        form.fields().stream().map(FormField::name).toList()));
        form.fields().forEach(field -> json.add("field " + field.name(), said(field)));
    }

    /** Rule by rule, so that a change names just those that are others. */
    private static void invites(JsonObjectBuilder json, ChatInvites invites) {
        json.add(
                "invites",
                Json.createArrayBuilder(
                        invites.rules().stream().map(ChatInvite::id).toList()));
        invites.rules().forEach(rule -> json.add("invite " + rule.id(), said(rule)));
    }

    private static String said(ChatInvite rule) {
        StringJoiner said =
                new StringJoiner(" · ").add(rule.on() ? "on" : "off").add(rule.seconds() + " s");
        if (rule.page() != null) said.add(rule.page().text());
        if (rule.pages() > 1) said.add(rule.pages() + " pages");
        if (rule.visitor() != ChatInvite.Visitor.ANY) said.add(rule.visitor().wire());
        new TreeMap<>(rule.texts()).forEach((language, text) -> said.add(language + ": " + text));
        return said.toString();
    }

    private static String said(FormField field) {
        StringJoiner said = new StringJoiner(" · ").add(field.kind().wire() + (field.required() ? " *" : ""));
        if (field.pattern() != null) said.add(field.pattern().text());
        new TreeMap<>(field.words()).forEach((language, words) -> {
            said.add(language + ": " + words.label());
            if (words.help() != null) said.add(words.help());
            if (!words.choices().isEmpty()) said.add(String.join(", ", words.choices()));
        });
        return said.toString();
    }
}
