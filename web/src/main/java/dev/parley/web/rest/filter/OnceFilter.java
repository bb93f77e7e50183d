package dev.parley.web.rest.filter;

import dev.parley.idempotency.Claim;
import dev.parley.idempotency.IdempotencyKeys;
import dev.parley.idempotency.KeptAnswer;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Digests;
import dev.parley.shared.TooLarge;
import dev.parley.web.rest.json.RecordBodyWriter;
import dev.parley.web.rest.problem.Problem;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does a request with an {@code Idempotency-Key} once. An answer of success is kept before it is sent; a refusal did nothing and frees the
 * key; where it is not known what was done (a failure of ours), the key stays spent.
 */
@Once
@Provider
public class OnceFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(OnceFilter.class.getName());
    private static final String CLAIM = "dev.parley.claim";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** As much as a body of JSON may have. */
    private static final int LARGEST = 256 * 1024;

    @Inject
    private IdempotencyKeys keys;

    @Inject
    private CallerContext context;

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        String key = call.getHeaderString("Idempotency-Key");
        // whoever is no colleague is refused by the route itself
        if (key == null || !(context.caller() instanceof Caller.Staff staff)) return;
        try {
            Claim claim = keys.claim(staff, key, request(call), PATIENCE);
            if (claim.answer() == null) call.setProperty(CLAIM, claim);
            else call.abortWith(again(claim.answer()));
        } catch (DeskException e) {
            call.abortWith(Problem.of(e));
        }
    }

    /** What makes it this request. The body is read here and handed on. */
    private static String request(ContainerRequestContext call) throws IOException {
        byte[] body = call.getEntityStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw new TooLarge("A request has at most 256 KiB.");
        call.setEntityStream(new ByteArrayInputStream(body));
        return call.getMethod() + " " + SitePath.of(call) + " " + Digests.sha256(body);
    }

    private static Response again(KeptAnswer answer) {
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .header("Idempotency-Replayed", "true")
                .entity(answer.body().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
        if (!(call.getProperty(CLAIM) instanceof Claim claim)) return;
        int status = answer.getStatus();
        boolean done = status >= 200 && status < 300;
        boolean nothingDone = status >= 400 && status < 500 || status == 501 || status == 503;
        try {
            if (done) keys.keep(claim, new KeptAnswer(status, json(answer)));
            else if (nothingDone) keys.release(claim);
        } catch (RuntimeException e) {
            // it was done: the answer goes out, and the key stays spent
            LOG.log(Level.WARNING, "an answer could not be kept for its idempotency key", e);
        }
    }

    private static String json(ContainerResponseContext answer) {
        return RecordBodyWriter.json((Record) answer.getEntity());
    }
}
