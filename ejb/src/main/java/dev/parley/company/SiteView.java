package dev.parley.company;

import java.util.List;
import java.util.Locale;

/**
 * A site with everything of it that may be public. {@code id} and other keys are for doors; {@code siteKey} leaves the building; {@code
 * logo} and {@code header} may be null.
 */
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
        List<String> languages,
        int reopenHours,
        SiteLook look,
        SitePicture logo,
        SitePicture header,
        SiteShowing showing,
        PreChat form,
        ChatInvites invites) {
    public SiteView {
        allowedOrigins = List.copyOf(allowedOrigins);
        languages = List.copyOf(languages);
    }

    /** The first of somebody's languages that the site speaks, else the site's own. */
    public Locale language(List<Locale> wanted) {
        return common(wanted, languages.stream().map(Locale::forLanguageTag).toList());
    }

    /** The first wanted language that is also among those spoken; a region makes no difference. Else the first spoken. */
    public static Locale common(List<Locale> wanted, List<Locale> spoken) {
        return wanted.stream()
                .flatMap(w -> spoken.stream().filter(s -> s.getLanguage().equals(w.getLanguage())))
                .findFirst()
                .orElse(spoken.get(0));
    }

    /** Whether a page of this origin may use the site's widget. */
    public boolean allows(String origin) {
        return allowedOrigins.stream().anyMatch(p -> p.matches(origin));
    }
}
