package dev.parley.company;

import java.util.List;
import java.util.Map;

/**
 * A site as its administrators edit it. {@code department} is the public id of the one where conversations go that name none; {@code
 * texts} are the site's own words by language and name; {@code logo} and {@code header} may be null; {@code version} grows with every change.
 */
public record SiteDetails(
        String id,
        String key,
        String name,
        List<String> origins,
        List<String> languages,
        String department,
        String departmentName,
        int reopenHours,
        boolean archived,
        SiteLook look,
        SitePicture logo,
        SitePicture header,
        Map<String, Map<String, String>> texts,
        SiteShowing showing,
        List<SiteRoute> routes,
        PreChat form,
        ChatInvites invites,
        long version) {
    public SiteDetails {
        origins = List.copyOf(origins);
        languages = List.copyOf(languages);
        texts = Map.copyOf(texts);
        routes = List.copyOf(routes);
    }
}
