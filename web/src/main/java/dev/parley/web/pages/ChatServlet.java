package dev.parley.web.pages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /chat/acme}: the visitor's panel, as a page of its own or, with {@code ?frame}, inside the widget's frame on a customer's page.
 * The document is tiny and holds no script of its own; only pages of the site's allowed origins may frame it.
 */
@WebServlet(urlPatterns = "/chat/*")
public class ChatServlet extends HttpServlet {
    @Inject
    private transient Assets assets;

    @Inject
    private transient PublicSites sites;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        Optional<PublicSite> found = sites.find(path.substring(1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PublicSite site = found.get();
        Locale language = site.language(Collections.list(request.getLocales()));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Vary", "Accept-Language");
        response.setHeader("Content-Security-Policy", policy(site, Authority.own(request)));
        // customers' pages may demand both of whatever they frame
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
        response.getWriter()
                .write(Html.document(getServletContext(), "chat.html")
                        .fill(Map.of(
                                "language", language.toLanguageTag(),
                                "name", site.site().companyName(),
                                "site", site.site().siteKey(),
                                "mode", request.getParameter("frame") == null ? "page" : "frame",
                                "config", site.panel(language).toString(),
                                "style", assets.url("/widget/panel.css"),
                                "script", assets.url("/widget/panel.js"))));
    }

    private static String policy(PublicSite site, Authority own) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' " + own.socketOrigin()
                + "; img-src 'self' blob: data:; media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors "
                + site.frameAncestors() + "; require-trusted-types-for 'script'";
    }
}
