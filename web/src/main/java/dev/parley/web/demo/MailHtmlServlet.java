package dev.parley.web.demo;

import dev.parley.mail.Mailbox;
import dev.parley.shared.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code /mailbox/html?id=…}: a mail of the demo as a mail program shows it, in a sandbox in which nothing runs and nothing is fetched. */
@WebServlet("/mailbox/html")
public class MailHtmlServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Inject
    private transient Mailbox mailbox;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String html = mailbox.mail(request.getParameter("id")).html();
            response.setContentType("text/html;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                            + " sandbox allow-popups allow-top-navigation-by-user-activation");
            response.getWriter().write(html);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
