package dev.parley.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /logout}: a form posts the page's CSRF token as {@code csrf} and lands on the sign-in page. Opening the address changes nothing
 * and leads to where the sign-out button is.
 */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private PageSignIn pages;

    @Inject
    private CallerContext context;

    @Inject
    private CsrfTokens csrf;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String home = context.page().map(PageSignIn::home).orElse("/login");
        response.sendRedirect(request.getContextPath() + home);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asked = context.page()
                .map(signedIn -> csrf.matches(signedIn, request.getParameter("csrf")))
                .orElse(true);
        if (!asked) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        pages.signOut(request, response);
        response.sendRedirect(request.getContextPath() + "/login");
    }
}
