package dev.parley.company.domain;

import dev.parley.company.OriginPattern;
import java.util.List;
import java.util.Map;

/**
 * What a company says of a site. {@code brandColor} is {@code #rrggbb}; {@code languages} are tags, the first is the site's own;
 * {@code texts} are its own words by language and name; {@code identityKey} may be null: then no visitor can be identified.
 */
public record SiteSettings(
        String name,
        List<OriginPattern> allowedOrigins,
        String brandColor,
        List<String> languages,
        Map<String, Map<String, String>> texts,
        String identityKey,
        int reopenHours) {
    public SiteSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        languages = List.copyOf(languages);
        texts = Map.copyOf(texts);
        if (languages.isEmpty()) throw new IllegalArgumentException("a site needs a language");
    }

    /** Never the key: this text may reach a log. */
    @Override
    public String toString() {
        return "SiteSettings[" + name + "]";
    }
}
