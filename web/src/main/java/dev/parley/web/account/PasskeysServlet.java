package dev.parley.web.account;

import dev.parley.access.PasskeyMade;
import dev.parley.access.Passkeys;
import dev.parley.access.SignedIn;
import dev.parley.access.StepOver;
import dev.parley.shared.DeskException;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
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
 * {@code /account/passkeys}: plain forms of the page {@code /account} post their CSRF token as {@code csrf}, and what the browser says of a
 * passkey that it had made ({@code ticket}, {@code clientData}, {@code attestation}, {@code name}), or {@code rename}, the id of one of one's
 * own, with its {@code name}, or {@code remove}, the id of one; then the page comes again. No Faces form, as for the sign-ins.
 */
@WebServlet("/account/passkeys")
public class PasskeysServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Passkeys passkeys;

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
        // people name them in their own letters, and browsers do not say in which encoding
        request.setCharacterEncoding("UTF-8");
        Optional<SignedIn> page = context.page();
        if (page.isEmpty()) {
            response.sendRedirect(request.getContextPath() + "/login");
        } else if (!csrf.matches(page.get(), request.getParameter("csrf"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            String done = change(request);
            response.sendRedirect(request.getContextPath() + "/account?passkey=" + done + "#passkeys");
        }
    }

    /** @return what the page says then */
    private String change(HttpServletRequest request) {
        var me = context.caller();
        String name = request.getParameter("name");
        try {
            if (request.getParameter("remove") != null) {
                passkeys.remove(me, request.getParameter("remove"));
                return "removed";
            }
            if (request.getParameter("rename") != null) {
                passkeys.rename(me, request.getParameter("rename"), name);
                return "renamed";
            }
            passkeys.add(
                    me,
                    new PasskeyMade(
                            request.getParameter("ticket"),
                            request.getParameter("clientData"),
                            request.getParameter("attestation")),
                    name);
            return "added";
        } catch (StepOver e) {
            return "over";
        } catch (Refused | NotFound e) {
            // another window was here meanwhile: the page shows what is
            return "changed";
        } catch (DeskException e) {
            return "unfit";
        }
    }
}
