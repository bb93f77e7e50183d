package dev.parley.web.account;

import dev.parley.access.SignIns;
import dev.parley.access.SignedIn;
import dev.parley.shared.NotFound;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.CsrfTokens;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code /account/sign-ins}: a plain form of the page {@code /account} posts its CSRF token as {@code csrf}, and {@code end}, the id of one
 * of one's own sign-ins, or {@code others} for all but this one; then the page comes again. No Faces form: the list may have changed since
 * the page was drawn, and an id means the same sign-in whatever its line.
 */
@WebServlet("/account/sign-ins")
public class SignInsServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient SignIns signIns;

    @Inject
    private transient CallerContext context;

    @Inject
    private transient CsrfTokens csrf;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/account");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SignedIn> page = context.page();
        String one = request.getParameter("end");
        if (page.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else if (!csrf.matches(page.get(), request.getParameter("csrf"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (one == null && request.getParameter("others") == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            if (one == null) signIns.signOutOthers(page.get().caller());
            else end(page.get(), one);
            response.sendRedirect(request.getContextPath() + "/account#sign-ins");
        }
    }

    /** One that has ended meanwhile is what was wanted. */
    private void end(SignedIn page, String id) {
        try {
            signIns.revoke(page.caller(), id);
        } catch (NotFound e) {
            getServletContext().log("a sign-in to be ended had ended already");
        }
    }
}
