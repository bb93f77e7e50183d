package dev.parley.web.pages;

import dev.parley.access.PasskeyAnswer;
import dev.parley.access.PasskeyQuestion;
import dev.parley.access.PasskeySignIns;
import dev.parley.access.SignOnWanted;
import dev.parley.access.StepOver;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.DeskException;
import dev.parley.shared.Json;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Unavailable;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.PageSignIn;
import dev.parley.web.security.PasskeyCookie;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * {@code /login/passkey/challenge} gives the sign-in page a challenge as JSON, {@code /login/passkey} takes what the browser's passkey says
 * to it, as a form. Whoever may come in lands where he wanted to go; everybody else at {@code /login}, which says one thing whatever was not
 * right. No Faces form: a sign-in page stands open longer than a view lives.
 */
@WebServlet({"/login/passkey", "/login/passkey/challenge"})
public class PasskeyServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY = 429;

    @Inject
    private transient PasskeySignIns passkeys;

    @Inject
    private transient PageSignIn pages;

    @Inject
    private transient CallerContext context;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/login");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().endsWith("/challenge")) challenge(request, response);
        else response.sendRedirect(request.getContextPath() + way(request, response));
    }

    private void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PasskeyQuestion question;
        try {
            String browser = PasskeyCookie.readOrWrite(request, response);
            question = passkeys.begin(context.caller(), browser, context.client());
        } catch (RateLimited e) {
            response.sendError(TOO_MANY);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("ticket", question.ticket())
                        .add("challenge", question.challenge())
                        .build()
                        .toString());
    }

    private String way(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> next = OwnPath.of(request.getParameter("next")).map(OwnPath::value);
        var answer = new PasskeyAnswer(
                request.getParameter("ticket"),
                request.getParameter("credential"),
                request.getParameter("userHandle"),
                request.getParameter("authenticatorData"),
                request.getParameter("clientData"),
                request.getParameter("signature"));
        var outcome = pages.byPasskey(
                request, response, answer, PasskeyCookie.read(request).orElse(null));
        if (outcome instanceof PageSignIn.Welcome welcome) return next.orElse(welcome.home());
        String why = why(((PageSignIn.Refusal) outcome).why());
        return "/login?passkey=" + why
                + next.map(path -> "&next=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                        .orElse("");
    }

    private static String why(DeskException refusal) {
        if (refusal instanceof StepOver) return "over";
        if (refusal instanceof RateLimited) return "often";
        if (refusal instanceof Unavailable) return "busy";
        if (refusal instanceof AccessSuspended) return "suspended";
        return refusal instanceof SignOnWanted ? "sign-on" : "no";
    }
}
