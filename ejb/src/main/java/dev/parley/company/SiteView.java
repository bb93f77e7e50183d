package dev.parley.company;

import java.util.List;

/** A site with everything of it that may be public. {@code id} and other keys are for doors; {@code siteKey} leaves the building. */
public record SiteView(
        long id,
        String publicId,
        long companyId,
        String companyName,
        String siteKey,
        String name,
        long defaultDepartmentId,
        List<OriginPattern> allowedOrigins,
        String brandColor,
        String greeting,
        List<String> languages,
        int reopenHours) {
    public SiteView {
        allowedOrigins = List.copyOf(allowedOrigins);
        languages = List.copyOf(languages);
    }

    /** Whether a page of this origin may use the site's widget. */
    public boolean allows(String origin) {
        return allowedOrigins.stream().anyMatch(p -> p.matches(origin));
    }
}
