package dev.parley.web.pages;

import dev.parley.access.SignOnArrival;
import dev.parley.access.SignOnDeparture;
import dev.parley.access.SignOns;
import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Unauthorized;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.SignOnCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /login/sso/try}: leads an owner to the company's provider, to see what it says. It changes nothing and signs nobody in. */
@WebServlet("/login/sso/try")
public class SignOnTryServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private SignOns signOns;

    @Inject
    private CallerContext context;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            SignOnDeparture departure = signOns.rehearse(context.caller(), context.client());
            SignOnCookie.write(request, response, departure);
            response.sendRedirect(departure.to().toString());
        } catch (Unauthorized e) {
            response.sendRedirect(request.getContextPath() + "/login?next=/portal/sign-on");
        } catch (Forbidden e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (DeskException e) {
            response.sendRedirect(
                    request.getContextPath() + "/portal/sign-on?tried=" + SignOnArrival.Verdict.UNREACHABLE.wire());
        }
    }
}
