package dev.parley.web.pages;

import dev.parley.web.language.PageLanguage;
import dev.parley.web.language.Words;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The answer where something went wrong outside of a page's or a call's own handling; web.xml sends every error status here. People get
 * a page, {@code /api} gets problem+json. Neither learns anything of the inside: a fault has a reference that is also in the log.
 */
@WebServlet(urlPatterns = "/problem")
public class ProblemServlet extends HttpServlet {
    private static final Logger LOG = Logger.getLogger(ProblemServlet.class.getName());

    @Inject
    private transient PageLanguage language;

    // every method may fail, not only GET
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = expired(request) ? Problem.EXPIRED : Problem.of(status(request));
        Reference reference = Reference.next();
        if (problem != Problem.EXPIRED
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            LOG.log(Level.SEVERE, cause, () -> "a request failed, reference " + reference.value());
        }
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        if (askedPath(request).startsWith("/api/")) writeJson(problem, response);
        else writePage(problem, reference, request, response);
    }

    /** Somebody who opens this address by hand has found a page that is none. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }

    /** The page itself, as it was asked for. */
    private static String asked(HttpServletRequest request) {
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) + (query == null ? "" : "?" + query);
    }

    private static boolean expired(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        for (Object at = thrown; at instanceof Throwable cause; at = cause.getCause()) {
            if (cause instanceof ViewExpiredException) return true;
        }
        return false;
    }

    private static String askedPath(HttpServletRequest request) {
        String uri = Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElse("");
        return uri.startsWith(request.getContextPath())
                ? uri.substring(request.getContextPath().length())
                : uri;
    }

    private static void writeJson(Problem problem, HttpServletResponse response) throws IOException {
        Words english = new Words(Locale.ENGLISH);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}"
                        .formatted(problem.title(english), problem.status(), problem.detail(english), problem.code()));
    }

    private void writePage(
            Problem problem, Reference reference, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        Words words = language.words();
        boolean expired = problem == Problem.EXPIRED;
        boolean fault = problem.status() >= 500 && problem.status() != 501;
        Html page = Html.document(getServletContext(), "problem.html");
        response.getWriter()
                .write(page.fill(Map.of(
                        "language",
                        language.getTag(),
                        "direction",
                        language.getDirection(),
                        "title",
                        problem.title(words),
                        "detail",
                        problem.detail(words),
                        "root",
                        request.getContextPath() + "/",
                        "next",
                        expired ? asked(request) : request.getContextPath() + "/",
                        "start",
                        words.say(expired ? "problem.again" : "problem.start"),
                        "reference",
                        fault ? words.say("problem.reference", reference.value()) : "")));
    }
}
