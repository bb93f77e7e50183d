package dev.parley.web.pages;

import dev.parley.agent.TeamFace;
import dev.parley.company.ChatInvite;
import dev.parley.company.SiteAvailability;
import dev.parley.company.SiteAvailability.OfDepartment;
import dev.parley.company.SiteAvailability.Reason;
import dev.parley.company.SiteRoute;
import dev.parley.shared.Json;
import dev.parley.web.language.Languages;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What the widget's {@code invite.js} is told, in the words of {@code widget/README.md}: the rules by which a site's pages speak first, which
 * a browser may keep for minutes, and whether somebody is free, which is asked for when a rule has come true.
 */
record SpokenInvites(PublicSite site) {
    /** How many departments there are or who is busy is nobody's business: only where an invitation would be answered at once. */
    private static final String EVERYWHERE = "";

    /** Those that are followed, in one language. @param here where it is said whether somebody is free */
    JsonObject rules(String here, Locale language, Wording wording) {
        JsonArrayBuilder rules = Json.createArrayBuilder();
        int since = site.site().invites().first() == null
                ? 0
                : site.site().invites().first().seconds();
        site.site().invites().on().forEach(rule -> rules.add(rule(rule, language, since)));
        return Json.createObjectBuilder()
                .add("here", here)
                .add("language", language.toLanguageTag())
                .add("direction", Languages.direction(language))
                .add("company", site.site().companyName())
                .add("texts", wording.invite(language, site.own(language)))
                .add("css", site.style().invite())
                .add("rules", rules)
                .build();
    }

    /** @param since how many seconds a page stands already when its rules are asked */
    private JsonObject rule(ChatInvite rule, Locale language, int since) {
        String own = site.site().languages().get(0);
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", rule.id())
                .add("text", rule.text(language.toLanguageTag(), own))
                .add("after", Math.max(0, rule.seconds() - since) * 1000)
                .add("pages", rule.pages());
        if (rule.visitor() != ChatInvite.Visitor.ANY) json.add("back", rule.visitor() == ChatInvite.Visitor.RETURNING);
        if (rule.page() != null) json.add("path", "^" + rule.page().expression() + "$");
        return json.build();
    }

    /**
     * Whether somebody is free for who begins now, by page.
     *
     * @param routes of the site
     * @param photos asked for the first face where somebody is free: a page keeps each answer for as long as it stands
     */
    JsonObject here(List<SiteRoute> routes, List<TeamFace> faces, Photos photos) throws IOException {
        JsonArray free = free(routes);
        JsonObjectBuilder here = Json.createObjectBuilder().add("free", free);
        boolean anybody = free.stream().anyMatch(at -> at.asJsonArray().getBoolean(1));
        if (anybody && !faces.isEmpty()) {
            here.add("name", faces.get(0).name());
            String photo = photos.of(faces.get(0));
            if (photo != null) here.add("photo", photo);
        }
        return here.build();
    }

    /** Somebody's photo as base64; null where there is none. */
    interface Photos {
        String of(TeamFace face) throws IOException;
    }

    /** Paths as regular expressions and what is true there; the first that fits counts. */
    private JsonArray free(List<SiteRoute> routes) {
        SiteAvailability now = site.now().get();
        boolean anybody = now.reason() == Reason.AVAILABLE;
        JsonArrayBuilder free = Json.createArrayBuilder();
        // where visitors choose the department they find one that is free
        if (!site.site().form().department()) {
            for (SiteRoute route : routes)
                free.add(at(
                        "^" + route.pattern().expression() + "$",
                        now.departments().stream()
                                .filter(d -> d.department().publicId().equals(route.department()))
                                .map(SpokenInvites::free)
                                .findFirst()
                                .orElse(anybody)));
            anybody = now.departments().stream()
                    .filter(d -> d.department().id() == site.site().defaultDepartmentId())
                    .map(SpokenInvites::free)
                    .findFirst()
                    .orElse(anybody);
        }
        return free.add(at(EVERYWHERE, anybody)).build();
    }

    private static boolean free(OfDepartment department) {
        return department.reason() == Reason.AVAILABLE;
    }

    private static JsonArray at(String path, boolean free) {
        return Json.createArrayBuilder()
                .add(path)
                .add(free ? JsonValue.TRUE : JsonValue.FALSE)
                .build();
    }
}
