package dev.parley.web.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Light or dark as somebody chose in this browser, written into the page by the server so that nothing flashes. */
@Named("theme")
@RequestScoped
public class ThemeChoice {
    /** The cookie {@code theme.js} writes. */
    static final String COOKIE = "parley-theme";

    private static final Set<String> CHOICES = Set.of("light", "dark");
    private HttpServletRequest request;

    protected ThemeChoice() {}

    @Inject
    public ThemeChoice(HttpServletRequest request) {
        this.request = request;
    }

    /** {@code light}, {@code dark}, or {@code auto} for what the system says. */
    public String getChoice() {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (COOKIE.equals(cookie.getName()) && CHOICES.contains(cookie.getValue())) return cookie.getValue();
            }
        }
        return "auto";
    }
}
