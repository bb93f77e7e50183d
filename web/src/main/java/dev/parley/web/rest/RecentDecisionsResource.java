package dev.parley.web.rest;

import dev.parley.routing.Decisions;
import dev.parley.routing.RecentDecision;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was decided of late about all that waits, for those who see every conversation. */
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class RecentDecisionsResource {
    @Inject
    private Decisions decisions;

    @Inject
    private CallerContext context;

    /** Newest first; all about one conversation stand in its own list. */
    public record RecentDecisions(List<RecentDecision> items) {}

    @GET
    @Operation(
            summary = "The company's newest decisions, or a department's, newest first; at most 50."
                    + " GET /conversations/{id}/decisions has all about one")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public RecentDecisions recent(@QueryParam("department") String department) {
        return new RecentDecisions(decisions.recent(context.caller(), Asked.id("department", department)));
    }
}
