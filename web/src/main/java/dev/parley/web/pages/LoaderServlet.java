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
 * that the button shows after a single request. Below it stands what its rules of speaking first need, see {@link InviteScripts}. A key nobody knows, and a site of a suspended company, are answered by a comment, so that the
 * customer's page goes on.
 */
@WebServlet(urlPatterns = "/w/*")
public class LoaderServlet extends HttpServlet {
    private static final Pattern ADDRESS = Pattern.compile("/([A-Za-z0-9_-]{1,40})(?:/(invite|here))?\\.js");
    static final String LOADER = "/widget/loader.js";
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

    @Inject
    private transient InviteScripts invites;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/javascript;charset=UTF-8");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        Matcher address =
                ADDRESS.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Optional<PublicSite> site = address.matches() ? sites.find(address.group(1)) : Optional.empty();
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
        String part = address.group(2);
        if (part == null) button(site.get(), request, response);
        else if (part.equals("invite")) invites.invite(site.get(), request, response);
        else invites.here(site.get(), request, response);
    }

    private void button(PublicSite site, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String own = Authority.own(request).origin();
        String page = request.getHeader("Referer");
        if (page != null && !page.startsWith(own + "/"))
            sightings.met(site.site().id(), page);
        // an old copy shows the button while the new one is on its way
        response.setHeader(
                "Cache-Control",
                site.followsTheClock() ? "public, max-age=60" : "public, max-age=300, stale-while-revalidate=86400");
        response.setHeader("Vary", "Accept-Encoding");
        new Packed(script(assets, LOADER, site.loader(own, wording))).send(request, response);
    }

    /** A script of the widget's with a configuration written in. */
    static String script(Assets assets, String path, JsonObject config) {
        byte[] script =
                assets.read(path).orElseThrow(() -> new IllegalStateException("the widget's jar has no " + path));
        return inline(new String(script, StandardCharsets.UTF_8), config.toString());
    }

    /** @throws IllegalStateException if the template has no place for the configuration, or more than one */
    static String inline(String template, String json) {
        int at = template.indexOf(MARKER);
        if (at < 0 || template.indexOf(MARKER, at + 1) >= 0)
            throw new IllegalStateException("a script needs one " + MARKER);
        return template.substring(0, at) + ScriptJson.escape(json) + template.substring(at + MARKER.length());
    }
}
