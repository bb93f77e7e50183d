package dev.parley.web.pages;

import dev.parley.agent.TeamFace;
import dev.parley.company.ChatInvites;
import dev.parley.company.OriginPattern;
import dev.parley.company.SiteAvailability;
import dev.parley.company.SiteLook;
import dev.parley.company.SiteShowing;
import dev.parley.company.SiteView;
import dev.parley.shared.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What everybody may know of a site, in the words of {@code widget/README.md}. Here is decided what leaves the building inside the loader
 * and the panel's page; the identity key, ids and the company's other sites do not.
 *
 * @param own the site's own words, by language and name
 * @param now asks whether somebody can answer now, and when that changes; the loader, fetched by every page of a customer, does not
 * @param team asks who is there, for sites that show faces
 * @param pushKey with which a browser subscribes to notifications; null where there are none
 */
record PublicSite(
        SiteView site,
        Map<String, Map<String, String>> own,
        Supplier<SiteAvailability> now,
        Supplier<List<TeamFace>> team,
        String pushKey) {
    /** For the loader: all it needs to show a button in any of the site's languages and find the panel. {@code origin} is Parley's own. */
    JsonObject loader(String origin, Wording wording) {
        JsonObjectBuilder texts = Json.createObjectBuilder();
        spoken(wording).forEach(l -> texts.add(l.toLanguageTag(), wording.loader(l, own(l), site.companyName())));
        JsonObjectBuilder loader = Json.createObjectBuilder()
                .add("origin", origin)
                .add("site", site.siteKey())
                .add("css", style().launcher() + hiding())
                .add("texts", texts);
        if (style().icon() != null) loader.add("icon", style().icon());
        if (site.showing().hidden() != null) loader.add("hide", site.showing().hidden());
        ChatInvites.First first = site.invites().first();
        if (first != null)
            loader.add(
                    "invite",
                    Json.createArrayBuilder().add(first.seconds() * 1000).add(first.paths()));
        return loader.build();
    }

    /** What hides the button where a style sheet can tell: on devices, in languages, and now that nobody is expected. */
    private String hiding() {
        SiteShowing showing = site.showing();
        StringBuilder css = new StringBuilder();
        if (!showing.phones()) css.append("@media(max-width:480px),(max-height:480px){button{display:none}}");
        if (!showing.desktops()) css.append("@media(min-width:481px) and (min-height:481px){button{display:none}}");
        if (!showing.languages().isEmpty()) {
            css.append(":host(");
            showing.languages()
                    .forEach(tag -> css.append(":not(:lang(").append(tag).append("))"));
            css.append(") button{display:none}");
        }
        if (!showing.closed() && outsideHours()) css.append("button{display:none}");
        return css.toString();
    }

    private boolean outsideHours() {
        SiteAvailability.Reason reason = now.get().reason();
        return reason == SiteAvailability.Reason.CLOSED || reason == SiteAvailability.Reason.HOLIDAY;
    }

    /** Whether the loader says another thing when the site opens or closes. */
    boolean followsTheClock() {
        return !site.showing().closed();
    }

    /** For the panel's page. */
    JsonObject panel(Locale language, Wording wording) {
        JsonArrayBuilder origins = Json.createArrayBuilder();
        site.allowedOrigins().stream().map(OriginPattern::text).forEach(origins::add);
        SiteAvailability available = now.get();
        JsonObjectBuilder panel = Json.createObjectBuilder()
                .add("name", site.companyName())
                .add("language", language.toLanguageTag())
                .add("open", available.open())
                .add(
                        "reason",
                        available.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .add("origins", origins)
                .add("texts", wording.panel(language, own(language), this::tells));
        if (available.nextChange() != null)
            panel.add("nextChange", available.nextChange().toString());
        if (site.logo() != null && site.logo().wide())
            panel.add("logo", site.logo().address());
        if (available.open() && !faces().isEmpty()) panel.add("team", teamJson());
        if (pushKey != null) panel.add("pushKey", pushKey);
        if (site.form().typingPreview()) panel.add("preview", true);
        if (!site.form().asksNothing())
            panel.add("form", AskedForm.write(site.form(), language.toLanguageTag(), site.languages()));
        if (site.form().department()) panel.add("departments", departments(available));
        return panel.build();
    }

    /** Who is there, where the site shows faces. */
    List<TeamFace> faces() {
        return site.look().faces() ? team.get() : List.of();
    }

    private JsonArrayBuilder teamJson() {
        JsonArrayBuilder faces = Json.createArrayBuilder();
        faces().forEach(face -> faces.add(Json.createObjectBuilder()
                .add("id", face.id())
                .add("name", face.name())
                .add("avatar", face.photo())));
        return faces;
    }

    /** For the panel's page, behind its style sheet. @param forced as for {@link SiteStyle#panel} */
    String panelStyle(SiteLook.Scheme forced) {
        return style().panel(forced) + (faces().isEmpty() ? "" : SiteStyle.TEAM);
    }

    /** Whether the panel may need this word on opening: those of what a site has not are left out. */
    private boolean tells(String word) {
        if (word.startsWith(Wording.ALERTS)) return pushKey != null;
        return !word.startsWith(Wording.PREVIEW) || site.form().typingPreview();
    }

    private static JsonArrayBuilder departments(SiteAvailability available) {
        JsonArrayBuilder departments = Json.createArrayBuilder();
        available
                .departments()
                .forEach(d -> departments.add(Json.createObjectBuilder()
                        .add("id", d.department().publicId())
                        .add("name", d.department().name())
                        .add("open", d.open())));
        return departments;
    }

    /** Whose pages may show the panel in a frame, as the value of {@code frame-ancestors}. */
    String frameAncestors() {
        String allowed = site.allowedOrigins().stream().map(OriginPattern::text).collect(Collectors.joining(" "));
        return allowed.isEmpty() ? "'none'" : allowed;
    }

    /** The site's languages that the widget speaks too, the site's own first. English where there is none. */
    List<Locale> spoken(Wording wording) {
        return wording.spoken(site);
    }

    /** Its own words in a language. */
    Map<String, String> own(Locale language) {
        return own.getOrDefault(language.toLanguageTag(), Map.of());
    }

    /** How it looks. */
    SiteStyle style() {
        return new SiteStyle(site.look(), site.logo(), site.header());
    }
}
