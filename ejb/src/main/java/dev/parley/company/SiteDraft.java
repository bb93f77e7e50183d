package dev.parley.company;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What an administrator wants of a site; null stays as it is.
 *
 * @param origins from which pages the widget may be used, as {@link OriginPattern} reads them
 * @param languages tags, the site's own first
 * @param department public id of the one where conversations go that name none
 * @param archived whether no page shows the widget any more
 * @param look members of {@link SiteLook} as JSON
 * @param texts own words by language and name; a language that is named is written anew, one that is not stays
 * @param showing members of {@link SiteShowing} as JSON
 * @param routes which pages' conversations go to which department, the first that fits
 * @param form members of {@link PreChat} as JSON
 * @param invites the rules of {@link ChatInvites} as JSON, all of them
 * @param version the one that was read, or null to write whatever happened meanwhile
 */
public record SiteDraft(
        String name,
        List<String> origins,
        List<String> languages,
        String department,
        Integer reopenHours,
        Boolean archived,
        JsonObject look,
        Map<String, Map<String, String>> texts,
        JsonObject showing,
        List<SiteRoute> routes,
        JsonObject form,
        JsonArray invites,
        Long version) {
    /** A draft that says nothing of where it shows. */
    public SiteDraft(
            String name,
            List<String> origins,
            List<String> languages,
            String department,
            Integer reopenHours,
            Boolean archived,
            JsonObject look,
            Map<String, Map<String, String>> texts,
            Long version) {
        this(name, origins, languages, department, reopenHours, archived, look, texts, null, null, null, null, version);
    }

    /** A draft that says only by which rules its pages speak first. */
    public static SiteDraft inviting(JsonArray invites, Long version) {
        return new SiteDraft(null, null, null, null, null, null, null, null, null, null, null, invites, version);
    }

    /** A draft that says only this of its look. */
    public static SiteDraft looking(JsonObject look, Long version) {
        return new SiteDraft(null, null, null, null, null, null, look, null, version);
    }
}
