package dev.parley.web.pages;

import dev.parley.company.ChatInvites;
import dev.parley.company.OriginPattern;
import dev.parley.company.PreChat;
import dev.parley.company.SiteAvailability;
import dev.parley.company.SiteAvailability.Reason;
import dev.parley.company.SiteLook.Scheme;
import dev.parley.company.SiteShowing;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import dev.parley.shared.Permission;
import dev.parley.web.language.Languages;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real widget with a look that is not saved yet, for the frame of the page that edits it: {@code /portal/preview/light/page/acme} is a
 * page like a customer's, which loads {@code /portal/preview/light/w/acme.js}, which opens {@code /portal/preview/light/chat/acme}, which
 * asks {@code /portal/preview/light/reach/acme} for contact details and hours. They are written by what writes them for visitors; only the
 * {@link SiteDrafts draft} takes the place of what is saved. No page but our own may frame them, and they can ask the desk for nothing else:
 * nobody becomes a visitor here, and nothing is sent. Whatever the hour, the desk is open in it: the greeting is what its editor wants to see.
 */
@WebServlet(urlPatterns = "/portal/preview/*")
public class PreviewServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private static final Pattern ADDRESS =
            Pattern.compile("/(light|dark)/(page|w|chat|reach)/([A-Za-z0-9_-]{1,64})(?:\\.js)?");

    /** Behind the site's key: what a visitor of that site left in this browser is another's. */
    private static final String APART = "?preview";

    private static final SiteAvailability OPEN = new SiteAvailability(true, Reason.AVAILABLE, null, null, List.of());

    /** What the panel may fetch here: the words that come later lie beside its scripts. */
    private static final String WIDGET = "/widget/";

    private static final String REACH = "/reach/";

    private static final String STILL = "/look/still.js";
    private static final String OWN_PAGES = "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    @Inject
    private transient Assets assets;

    @Inject
    private transient Sites sites;

    @Inject
    private transient Wording wording;

    @Inject
    private transient WaysToReach ways;

    @Inject
    private transient CallerContext context;

    @Inject
    private SiteDrafts drafts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller.Staff me = context.caller().require(Permission.EDIT_SITES);
        Matcher address =
                ADDRESS.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Optional<PublicSite> site = address.matches() ? drafted(me, address.group(3), request) : Optional.empty();
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        String scheme = address.group(1);
        switch (address.group(2)) {
            case "page" -> page(site.get(), scheme, request, response);
            case "w" -> loader(site.get(), scheme, request, response);
            case "reach" -> reach(site.get(), request, response);
            default -> panel(site.get(), scheme, request, response);
        }
    }

    private Optional<PublicSite> drafted(Caller.Staff me, String key, HttpServletRequest request) {
        return drafts.find(key)
                .flatMap(draft -> sites.of(me.companyId()).stream()
                        .filter(s -> s.siteKey().equals(key))
                        .findFirst()
                        .map(s -> new PublicSite(
                                new SiteView(
                                        s.id(),
                                        s.publicId(),
                                        s.companyId(),
                                        s.companyName(),
                                        s.siteKey(),
                                        s.name(),
                                        s.defaultDepartmentId(),
                                        List.of(OriginPattern.of(
                                                Authority.own(request).origin())),
                                        draft.look().color(),
                                        List.of(draft.languages()),
                                        s.reopenHours(),
                                        draft.look(),
                                        draft.logo(),
                                        draft.header(),
                                        SiteShowing.ALWAYS,
                                        PreChat.NONE,
                                        ChatInvites.NONE),
                                draft.own(),
                                () -> OPEN,
                                List::of,
                                null)));
    }

    private void page(PublicSite site, String scheme, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale language = language(site, request);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'" + OWN_PAGES);
        String key = site.site().siteKey();
        String document = Html.document(getServletContext(), "preview.html")
                .fill(Map.of(
                        "language", language.toLanguageTag(),
                        "direction", Languages.direction(language),
                        "scheme", scheme,
                        "open", String.valueOf(request.getParameter("open") != null),
                        "style", assets.url("/look/preview.css"),
                        "still", assets.url(STILL),
                        "script", assets.url("/look/preview.js"),
                        "loader", request.getContextPath() + "/portal/preview/" + scheme + "/w/" + key + ".js"));
        new Packed(document).send(request, response);
    }

    private void loader(PublicSite site, String scheme, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/javascript;charset=UTF-8");
        String here = Authority.own(request).origin() + request.getContextPath() + "/portal/preview/" + scheme;
        JsonObject config = Json.createObjectBuilder(site.loader(here, wording))
                .add("site", site.site().siteKey() + APART)
                .build();
        new Packed(LoaderServlet.script(assets, LoaderServlet.LOADER, config)).send(request, response);
    }

    private void panel(PublicSite site, String scheme, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Locale language = language(site, request);
        String css = site.panelStyle("dark".equals(scheme) ? Scheme.DARK : Scheme.LIGHT);
        String own = Authority.own(request).origin() + request.getContextPath();
        String reach = "/portal/preview/" + scheme + REACH;
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self' " + SiteStyle.source(css)
                        + "; connect-src " + own + WIDGET + " " + own + reach
                        + "; img-src 'self' blob: data:; require-trusted-types-for 'script'" + OWN_PAGES);
        Map<String, String> values = new HashMap<>(ChatServlet.values(site, language, css, assets, wording));
        values.put("site", site.site().siteKey() + APART);
        values.put(
                "config",
                Json.createObjectBuilder(site.panel(language, wording))
                        .add(
                                "reach",
                                request.getContextPath() + reach + site.site().siteKey())
                        .build()
                        .toString());
        String document = Html.document(getServletContext(), "frame.html").fill(values);
        String still = "<script src=\"" + assets.url(STILL) + "\"></script>";
        new Packed(document.replace("</head>", still + "</head>")).send(request, response);
    }

    private void reach(PublicSite site, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        new Packed(ways.of(site.site()).toString()).send(request, response);
    }

    private Locale language(PublicSite site, HttpServletRequest request) {
        return SiteView.common(ChatServlet.wanted(request), site.spoken(wording));
    }
}
