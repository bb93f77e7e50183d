package dev.parley.web.pages;

import dev.parley.company.OriginPattern;
import dev.parley.company.SiteView;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What everybody may know of a site, in the words of {@code widget/README.md}. Here is decided what leaves the building inside the loader
 * and the panel's page; the identity key, ids and the company's other sites do not.
 *
 * @param open whether somebody can answer now
 */
record PublicSite(SiteView site, boolean open) {
    /** For the loader: all it needs to show a button and find the panel. {@code origin} is Parley's own. */
    JsonObject loader(String origin) {
        return Json.createObjectBuilder()
                .add("origin", origin)
                .add("site", site.siteKey())
                .add("name", site.companyName())
                .add("brand", brand())
                .build();
    }

    /** For the panel's page. */
    JsonObject panel(Locale language) {
        JsonArrayBuilder origins = Json.createArrayBuilder();
        site.allowedOrigins().stream().map(OriginPattern::text).forEach(origins::add);
        return Json.createObjectBuilder()
                .add("name", site.companyName())
                .add("brand", brand().add("textColor", color().asText().text()))
                .add("greeting", site.greeting())
                .add("language", language.toLanguageTag())
                .add("open", open)
                .add("origins", origins)
                .build();
    }

    /** Whose pages may show the panel in a frame, as the value of {@code frame-ancestors}. */
    String frameAncestors() {
        String allowed = site.allowedOrigins().stream().map(OriginPattern::text).collect(Collectors.joining(" "));
        return allowed.isEmpty() ? "'none'" : allowed;
    }

    /** The first of the visitor's languages that the site speaks, else the site's first. */
    Locale language(Iterable<Locale> wanted) {
        for (Locale one : wanted) {
            for (String spoken : site.languages()) {
                if (Locale.forLanguageTag(spoken).getLanguage().equals(one.getLanguage()))
                    return Locale.forLanguageTag(spoken);
            }
        }
        return site.languages().isEmpty()
                ? Locale.ENGLISH
                : Locale.forLanguageTag(site.languages().get(0));
    }

    private JsonObjectBuilder brand() {
        return Json.createObjectBuilder()
                .add("color", color().text())
                .add("onColor", color().onColor().text());
    }

    private BrandColor color() {
        return new BrandColor(site.brandColor());
    }
}
