package dev.parley.web.security;

import dev.parley.access.SignIns;
import dev.parley.access.SignedIn;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the container who asks, from our own session cookie; what the role allows, as the names of permissions, and {@link #COLLEAGUE} are
 * the container's groups, so that web.xml guards pages by them whether the role is the desk's or the company's own.
 * Every request is asked anew: a sign-in that was ended elsewhere is gone with the next click, and a restart ends none. Whoever is not
 * signed in is sent to {@code /login}, which brings back to where he wanted to go.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
    /** The group of everybody who is signed in. */
    public static final String COLLEAGUE = "colleague";

    private static final Set<String> SCRIPTS_AND_LOOKS =
            Set.of("/w/", "/look/", "/shop/", "/widget/", "/jakarta.faces.resource/", "/pictures/", "/ws/");

    private final SignIns signIns;

    protected SessionMechanism() {
        this(null);
    }

    @Inject
    public SessionMechanism(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<SignedIn> signedIn = needsNobody(request) ? Optional.empty() : find(request);
        if (signedIn.isPresent()) {
            CallerContext.signedIn(request, signedIn.get());
            String name = signedIn.get().caller().publicId();
            return context.notifyContainerAboutLogin(
                    name, groups(signedIn.get().caller().role()));
        }
        if (!context.isProtected()) return context.doNothing();
        return context.redirect(request.getContextPath() + "/login?next=" + wanted(request));
    }

    private static Set<String> groups(HeldRole role) {
        return Stream.concat(Stream.of(COLLEAGUE), role.permissions().stream().map(Permission::wire))
                .collect(Collectors.toSet());
    }

    private Optional<SignedIn> find(HttpServletRequest request) {
        try {
            return SessionCookie.read(request).flatMap(signIns::authenticatePage);
        } catch (AccessSuspended e) {
            // to the sign-in page, which says why; the REST interface says it itself
            return Optional.empty();
        }
    }

    /** Nothing there depends on who asks, and pages load many of them: do not ask the database for each. */
    private static boolean needsNobody(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return SCRIPTS_AND_LOOKS.stream().anyMatch(path::startsWith);
    }

    private static String wanted(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return "GET".equals(request.getMethod()) ? URLEncoder.encode(path + query, StandardCharsets.UTF_8) : "";
    }
}
