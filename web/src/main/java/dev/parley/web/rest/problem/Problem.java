package dev.parley.web.rest.problem;

import dev.parley.company.AccessSuspended;
import dev.parley.shared.DeskException;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Unavailable;
import jakarta.ws.rs.core.Response;

/**
 * A problem as the contract has it.
 *
 * @param type {@code about:blank}: the code says which; of a suspended company {@code access-suspended}
 * @param detail for the caller, never about the inside
 * @param code the contract's code
 * @param reference where it is our fault: what to look for in the log, else null
 */
public record Problem(String type, String title, int status, String detail, String code, String reference) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String GENERAL = "about:blank";

    static Problem of(int status, String code, String detail) {
        return new Problem(GENERAL, title(status), status, detail, code, null);
    }

    /** The whole answer to a call that the desk did not do. */
    public static Response of(DeskException e) {
        String type = e instanceof AccessSuspended ? AccessSuspended.TYPE : GENERAL;
        var answer = new Problem(type, title(e.status()), e.status(), e.getMessage(), e.code(), null).answer();
        if (e instanceof RateLimited limited)
            answer.header("Retry-After", limited.retryAfter().toSeconds());
        if (e instanceof Unavailable) answer.header("Retry-After", 5);
        if (e.status() == 401) answer.header("WWW-Authenticate", "Bearer");
        if (e instanceof ScopeMissing missing) answer.header("WWW-Authenticate", missing.challenge());
        return answer.build();
    }

    Response.ResponseBuilder answer() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 409 -> "Conflict";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 422 -> "Cannot be done";
            case 429 -> "Too many requests";
            case 501 -> "Not built yet";
            case 503 -> "Not available now";
            default -> status < 500 ? "Bad request" : "Server error";
        };
    }
}
