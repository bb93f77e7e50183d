package dev.parley.web.pages;

import dev.parley.db.Settings;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * The shop of Acme: a customer's page as strict as pages get, with the widget pasted in as a customer would. It loads the widget from the
 * other loopback name, so that browser, cookies and policies treat the two as strangers. There is none in production.
 */
@WebServlet(urlPatterns = "/demo")
public class DemoServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Settings.demo()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String parley = Authority.of(request).otherLoopback().origin();
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Security-Policy", policy(parley));
        Html shop = Html.document(getServletContext(), "demo.html");
        response.getWriter().write(shop.fill(Map.of("parley", parley)));
    }

    /** Nothing but the shop's own styles and images, and the one foreign origin a customer has to name. */
    private static String policy(String parley) {
        return "default-src 'none'; style-src 'self'; img-src 'self' " + parley + "; script-src " + parley
                + "; frame-src " + parley
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    }
}
