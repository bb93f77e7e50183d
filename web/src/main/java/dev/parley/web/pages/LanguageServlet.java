package dev.parley.web.pages;

import dev.parley.access.Accounts;
import dev.parley.access.SignedIn;
import dev.parley.web.language.Languages;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.CsrfTokens;
import dev.parley.web.security.PageSignIn;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /language}: the account menu posts which language the pages shall speak, with the page's CSRF token as {@code csrf}, and lands on
 * the page {@code next} again. An empty {@code language} is the browser's. A plain form, no Faces one: a console stands open longer than
 * a view lives.
 */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Accounts accounts;

    @Inject
    private transient CallerContext context;

    @Inject
    private transient CsrfTokens csrf;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SignedIn> page = context.page();
        Optional<String> chosen = Optional.ofNullable(request.getParameter("language"));
        if (page.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else if (!csrf.matches(page.get(), request.getParameter("csrf"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (chosen.isEmpty() || !isLanguage(chosen.get())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            accounts.speak(page.get().caller(), chosen.get().isEmpty() ? null : chosen.get());
            String next =
                    OwnPath.of(request.getParameter("next")).map(OwnPath::value).orElse(PageSignIn.home(page.get()));
            response.sendRedirect(request.getContextPath() + next);
        }
    }

    private static boolean isLanguage(String chosen) {
        return chosen.isEmpty()
                || Languages.spoken(Locale.forLanguageTag(chosen)).isPresent();
    }
}
