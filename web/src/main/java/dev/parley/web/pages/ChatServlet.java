package dev.parley.web.pages;

import dev.parley.company.SitePicture;
import dev.parley.company.SiteView;
import dev.parley.web.language.Languages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /chat/acme}: the visitor's panel, as a page of its own or, with {@code ?frame}, inside the widget's frame on a customer's page.
 * {@code ?lang=de} is the language of that page, which goes before those of the browser. The document is tiny and holds no script of its
 * own; only pages of the site's allowed origins may frame it.
 */
@WebServlet(urlPatterns = "/chat/*")
public class ChatServlet extends HttpServlet {
    @Inject
    private transient Assets assets;

    @Inject
    private transient PublicSites sites;

    @Inject
    private transient Wording wording;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<PublicSite> found = sites.find(path.substring(1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PublicSite site = found.get();
        boolean page = request.getParameter("frame") == null;
        // in a frame the panel finds it out, and tells the loader to hide
        if (page && sites.away(site)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Locale language = SiteView.common(wanted(request), site.spoken(wording));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Language, Accept-Encoding");
        String css = site.panelStyle(null);
        response.setHeader("Content-Security-Policy", policy(site, css, Authority.own(request)));
        // customers' pages may demand both of whatever they frame
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        Html document = Html.document(getServletContext(), page ? "chat.html" : "frame.html");
        new Packed(document.fill(values(site, language, css, assets, wording))).send(request, response);
    }

    /** What the panel's document is filled with. */
    static Map<String, String> values(PublicSite site, Locale language, String css, Assets assets, Wording wording) {
        return Map.ofEntries(
                Map.entry("language", language.toLanguageTag()),
                Map.entry("direction", Languages.direction(language)),
                Map.entry("name", site.site().companyName()),
                Map.entry("site", site.site().siteKey()),
                Map.entry("config", site.panel(language, wording).toString()),
                Map.entry("css", css),
                Map.entry("icon", icon(site, assets)),
                Map.entry("style", assets.url("/widget/panel.css")),
                Map.entry("page-style", assets.url("/widget/page.css")),
                Map.entry("script", assets.url("/widget/panel.js")));
    }

    /** In the browser's tab: the company's sign, unless that is a whole word. */
    private static String icon(PublicSite site, Assets assets) {
        SitePicture logo = site.site().logo();
        return logo == null || logo.wide() ? assets.url("/look/mark.svg") : logo.address();
    }

    static List<Locale> wanted(HttpServletRequest request) {
        List<Locale> wanted = new ArrayList<>();
        Optional.ofNullable(request.getParameter("lang"))
                .map(Locale::forLanguageTag)
                .ifPresent(wanted::add);
        wanted.addAll(Collections.list(request.getLocales()));
        return wanted;
    }

    private static String policy(PublicSite site, String css, Authority own) {
        return "default-src 'none'; script-src 'self'; style-src 'self' " + SiteStyle.source(css)
                + "; connect-src 'self' " + own.socketOrigin()
                + "; img-src 'self' blob: data:; media-src 'self' blob:; base-uri 'none'; form-action 'none';"
                + " frame-ancestors "
                + site.frameAncestors() + "; require-trusted-types-for 'script'";
    }
}
