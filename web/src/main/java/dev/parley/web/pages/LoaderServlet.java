package dev.parley.web.pages;

import dev.parley.company.Sightings;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /w/acme.js}: the one script a customer pastes. It is the widget's loader with the site's public configuration written in, so
 * that the button shows after a single request. A key nobody knows, and a site of a suspended company, are answered by a comment, so that the
 * customer's page goes on.
 */
@WebServlet(urlPatterns = "/w/*")
public class LoaderServlet extends HttpServlet {
    private static final Pattern ADDRESS = Pattern.compile("/([A-Za-z0-9_-]{1,40})\\.js");
    /** What the widget's build leaves in place of the configuration. */
    private static final String MARKER = "/*PARLEY_CONFIG*/null";

    @Inject
    private transient Assets assets;

    @Inject
    private transient PublicSites sites;

    @Inject
    private transient Wording wording;

    @Inject
    private transient Sightings sightings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/javascript;charset=UTF-8");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        Optional<PublicSite> site = siteKey(request).flatMap(sites::find);
        if (site.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setHeader("Cache-Control", "no-cache");
            response.getOutputStream().write("/* Parley: there is no such site. */\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (sites.away(site.get())) {
            // no button that leads nowhere; the customer's page goes on
            response.setHeader("Cache-Control", "no-cache");
            response.getOutputStream().write("/* Parley: this site is away. */\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String own = Authority.own(request).origin();
        String page = request.getHeader("Referer");
        if (page != null && !page.startsWith(own + "/"))
            sightings.met(site.get().site().id(), page);
        // an old copy shows the button while the new one is on its way
        response.setHeader(
                "Cache-Control",
                site.get().followsTheClock()
                        ? "public, max-age=60"
                        : "public, max-age=300, stale-while-revalidate=86400");
        response.setHeader("Vary", "Accept-Encoding");
        new Packed(script(assets, site.get().loader(own, wording))).send(request, response);
    }

    private static Optional<String> siteKey(HttpServletRequest request) {
        Matcher address =
                ADDRESS.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        return address.matches() ? Optional.of(address.group(1)) : Optional.empty();
    }

    /** The loader with a configuration written in. */
    static String script(Assets assets, JsonObject config) {
        byte[] loader = assets.read("/widget/loader.js")
                .orElseThrow(() -> new IllegalStateException("the widget's jar has no loader.js"));
        return inline(new String(loader, StandardCharsets.UTF_8), config.toString());
    }

    /** @throws IllegalStateException if the template has no place for the configuration, or more than one */
    static String inline(String template, String json) {
        int at = template.indexOf(MARKER);
        if (at < 0 || template.indexOf(MARKER, at + 1) >= 0)
            throw new IllegalStateException("loader.js needs one " + MARKER);
        return template.substring(0, at) + ScriptJson.escape(json) + template.substring(at + MARKER.length());
    }
}
