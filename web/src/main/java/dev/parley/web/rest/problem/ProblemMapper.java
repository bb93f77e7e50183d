package dev.parley.web.rest.problem;

import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.PublicIds;
import dev.parley.shared.Refused;
import dev.parley.shared.Unavailable;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Turns whatever a call threw into a problem. Containers wrap what doors throw, each in its own way, so the whole chain of causes is
 * looked at. What nobody expected is our fault: it is logged under a reference, and the caller learns the reference and nothing else.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        return first(chain, DeskException.class)
                .or(() -> first(chain, EJBAccessException.class).map(e -> new Forbidden("Your role may not do this.")))
                .or(() -> first(chain, OptimisticLockException.class)
                        .map(e -> new Refused("Somebody else changed this meanwhile. Read it again.")))
                .or(() -> databaseAway(chain))
                .map(Problem::of)
                .or(() -> first(chain, WebApplicationException.class).map(ProblemMapper::ofPlatform))
                .orElseGet(() -> unexpected(thrown));
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable t = thrown; t != null && chain.size() < 20; t = t.getCause()) chain.add(t);
        return chain;
    }

    private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The database does not answer, or made this one give way: nothing was kept, and the same again may do. */
    private static Optional<DeskException> databaseAway(List<Throwable> chain) {
        boolean away = chain.stream().anyMatch(ProblemMapper::saysAway) || OwnTransaction.collided(chain.get(0));
        return away
                ? Optional.of(new Unavailable("The database does not answer. Nothing was kept; try again."))
                : Optional.empty();
    }

    private static boolean saysAway(Throwable t) {
        if (t instanceof SQLTransientException || t instanceof SQLNonTransientConnectionException) return true;
        String state = t instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        // connection lost; PostgreSQL is shutting down or starting
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** What JAX-RS itself says: no such route, another method, another type. */
    private static Response ofPlatform(WebApplicationException e) {
        Response said = e.getResponse();
        int status = said.getStatus();
        if (status < 400) return said;
        Response.ResponseBuilder answer = status == 404
                ? Problem.of(404, "not-found", "There is no such thing.").answer()
                : plain(status);
        if (said.getHeaderString("Allow") != null) answer.header("Allow", said.getHeaderString("Allow"));
        return answer.build();
    }

    private static Response.ResponseBuilder plain(int status) {
        String detail = switch (status) {
            case 405 -> "This route does not know that method.";
            case 406 -> "The answer is JSON; the request accepts something else.";
            case 413 -> "The request is too large.";
            case 415 -> "The request must be application/json.";
            default -> status < 500 ? "The request cannot be understood." : "That did not work.";
        };
        return Problem.of(status, status == 413 ? "too-large" : "invalid", detail)
                .answer();
    }

    private static Response unexpected(Throwable thrown) {
        String reference = PublicIds.next().substring(0, 8);
        LOG.log(Level.SEVERE, thrown, () -> "a call failed, reference " + reference);
        return new Problem(
                        "about:blank",
                        "Server error",
                        500,
                        "That did not work, and it is our fault. The reference is in the log.",
                        "unavailable",
                        reference)
                .answer()
                .build();
    }
}
