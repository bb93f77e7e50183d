package dev.parley.web.portal;

import dev.parley.company.SiteChanges;
import dev.parley.company.SiteDetails;
import dev.parley.company.SiteDraft;
import dev.parley.company.SiteRules;
import dev.parley.shared.DeskException;
import dev.parley.shared.Invalid;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The company's sites, and those that it gave up. */
@Named
@RequestScoped
public class SitesPage {
    @Inject
    private Administration administration;

    @Inject
    private SiteChanges changes;

    private List<SiteDetails> all;

    /** A site in the table. */
    public record Line(String key, String name, String color, String origins, String languages)
            implements Serializable {
        public String getKey() {
            return key;
        }

        public String getName() {
            return name;
        }

        public String getColor() {
            return color;
        }

        public String getOrigins() {
            return origins;
        }

        public String getLanguages() {
            return languages;
        }
    }

    /** Whether a new site can have that key. */
    static boolean isKey(String key) {
        try {
            SiteRules.key(key);
            return true;
        } catch (Invalid e) {
            return false;
        }
    }

    public List<Line> getLines() {
        return lines(false);
    }

    /** Those whose widget no page shows. */
    public List<Line> getArchived() {
        return Drawn.list("archived", () -> lines(true));
    }

    private List<Line> lines(boolean archived) {
        if (all == null) all = changes.all(administration.caller());
        return all.stream()
                .filter(s -> s.archived() == archived)
                .map(this::line)
                .toList();
    }

    private Line line(SiteDetails s) {
        String languages = s.languages().stream()
                .map(tag -> Locale.forLanguageTag(tag)
                        .getDisplayLanguage(administration.words().language()))
                .collect(Collectors.joining(", "));
        return new Line(s.key(), s.name(), s.look().color(), String.join(", ", s.origins()), languages);
    }

    public void restore(String key) {
        try {
            changes.change(
                    administration.caller(), key, new SiteDraft(null, null, null, null, null, false, null, null, null));
            administration.lead("/portal/sites?saved=1");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }
}
