package dev.parley.web.pages;

import dev.parley.access.SignOnArrival;
import dev.parley.access.SignOnReturn;
import dev.parley.access.StepOver;
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
 * {@code /login/sso/return}: a provider's page leads a browser back here, with a code or with a refusal. Whoever may come in lands where
 * he wanted to go; everybody else at {@code /login/sso}, which says one thing whatever was not right.
 */
@WebServlet("/login/sso/return")
public class SignOnReturnServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private PageSignIn pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var said = new SignOnReturn(
                SignOnCookie.read(request).orElse(null),
                request.getParameter("state"),
                request.getParameter("code"),
                request.getParameter("iss"),
                request.getParameter("error"));
        // good once, whatever becomes of it
        SignOnCookie.clear(request, response);
        response.sendRedirect(request.getContextPath() + way(request, response, said));
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
            return "/login/sso?refused=over";
        } catch (RateLimited e) {
            return "/login/sso?refused=often";
        } catch (Unavailable e) {
            return "/login/sso?refused=busy";
        } catch (DeskException e) {
            return "/login/sso?refused=no";
        }
    }
}
