package dev.parley.web.pages;

import dev.parley.access.SignOnArrival;
import dev.parley.access.SignOnReturn;
import dev.parley.access.StepOver;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.DeskException;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Unavailable;
import dev.parley.web.security.PageSignIn;
import dev.parley.web.security.SignOnCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code /login/sso/return/{company}}: the page of the company's provider leads a browser back here, with a code or with a refusal.
 * Whoever may come in lands where he wanted to go; everybody else at {@code /login/sso}, which says one thing whatever was not right.
 */
@WebServlet("/login/sso/return/*")
public class SignOnReturnServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String OVER = "/login/sso?refused=over";

    @Inject
    private PageSignIn pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        var said = new SignOnReturn(
                path == null ? null : path.substring(1),
                SignOnCookie.read(request).orElse(null),
                request.getParameter("state"),
                request.getParameter("code"),
                request.getParameter("iss"),
                request.getParameter("error"));
        String way = way(request, response, said);
        // good once, whatever became of it; but any page can have a browser come here, while the real return is still
        // under way
        if (!way.equals(OVER)) SignOnCookie.clear(request, response);
        response.sendRedirect(request.getContextPath() + way);
    }

    private String way(HttpServletRequest request, HttpServletResponse response, SignOnReturn said) {
        try {
            SignOnArrival arrival = pages.arrive(request, response, said);
            if (arrival instanceof SignOnArrival.Welcome welcome) {
                return OwnPath.of(welcome.next())
                        .map(OwnPath::value)
                        .orElseGet(() -> PageSignIn.home(welcome.signedIn()));
            }
            return "/portal/sign-on?tried="
                    + ((SignOnArrival.Tried) arrival).verdict().wire();
        } catch (StepOver e) {
            return OVER;
        } catch (RateLimited e) {
            return "/login/sso?refused=often";
        } catch (Unavailable e) {
            return "/login/sso?refused=busy";
        } catch (AccessSuspended e) {
            return "/login/sso?refused=suspended";
        } catch (DeskException e) {
            return "/login/sso?refused=no";
        }
    }
}
