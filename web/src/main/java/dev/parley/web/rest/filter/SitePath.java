package dev.parley.web.rest.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the path of a call, without its first slash: servers differ in giving it. */
final class SitePath {
    private static final Pattern SITE = Pattern.compile("sites/([A-Za-z0-9_-]{1,64})(?:/.*)?");

    private SitePath() {}

    static String of(ContainerRequestContext call) {
        String path = call.getUriInfo().getPath();
        return path.startsWith("/") ? path.substring(1) : path;
    }

    /** The key of the site whose public routes are called, if they are. */
    static Optional<String> siteKey(ContainerRequestContext call) {
        Matcher m = SITE.matcher(of(call));
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }
}
