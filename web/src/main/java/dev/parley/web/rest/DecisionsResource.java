package dev.parley.web.rest;

import dev.parley.routing.DecisionView;
import dev.parley.routing.DecisionView.CandidateLine;
import dev.parley.routing.Decisions;
import dev.parley.routing.OfferView.Named;
import dev.parley.shared.PublicIds;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why this agent, why nobody. */
@Path("/conversations/{id}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class DecisionsResource {
    @Inject
    private Decisions decisions;

    @Inject
    private CallerContext context;

    /** A candidate; {@code excluded} and {@code outcome} are missing where there is none. Times in seconds. */
    public record Candidate(
            Named agent,
            boolean chosen,
            int rank,
            long score,
            int inHand,
            int offered,
            int capacity,
            long idle,
            int refusals,
            String excluded,
            String outcome) {
        static Candidate of(CandidateLine line) {
            return new Candidate(
                    line.agent(),
                    line.chosen(),
                    line.rank(),
                    line.score(),
                    line.inHand(),
                    line.offered(),
                    line.capacity(),
                    line.idle().toSeconds(),
                    line.refusals(),
                    line.excluded(),
                    line.outcome());
        }
    }

    /** A member of the department who was not there. */
    public record Absent(Named agent, String reason) {}

    /** A decision; with {@code reason} nobody was asked, with {@code onTo} it went on to that department. {@code waited} in seconds. */
    public record Decision(
            Instant at,
            long waited,
            String policy,
            String reason,
            Named onTo,
            List<SkillsResource.Skill> skills,
            String language,
            List<Candidate> candidates,
            List<Absent> absent,
            int omitted) {
        static Decision of(DecisionView view) {
            return new Decision(
                    view.at(),
                    view.waited().toSeconds(),
                    view.policy(),
                    view.reason(),
                    view.onTo(),
                    SkillsResource.Skill.list(view.skills()),
                    view.language(),
                    view.candidates().stream().map(Candidate::of).toList(),
                    view.absent().stream()
                            .map(one -> new Absent(one.agent(), one.reason()))
                            .toList(),
                    view.omitted());
        }
    }

    /** Newest first. */
    public record DecisionList(List<Decision> items, String next) {}

    @GET
    @Operation(
            summary =
                    "How a conversation was assigned, or why it was not; newest first; 50 unless told, which is the most")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public DecisionList decisions(
            @PathParam("id") String id, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = decisions.of(
                context.caller(),
                PublicIds.plausible(id) ? id : "-",
                Asked.cursor(cursor),
                Asked.number("limit", limit, Decisions.MOST));
        return new DecisionList(some.items().stream().map(Decision::of).toList(), some.next());
    }
}
