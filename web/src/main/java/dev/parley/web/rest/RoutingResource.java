package dev.parley.web.rest;

import dev.parley.routing.DepartmentRules;
import dev.parley.routing.RoutingDraft;
import dev.parley.routing.RoutingRules;
import dev.parley.routing.Strategy;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a department finds the agent for what waits. */
@Path("/departments/{id}/routing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class RoutingResource {
    @Inject
    private DepartmentRules rules;

    @Inject
    private CallerContext context;

    /** What holds; in a request a missing member is the standard. Times in seconds. */
    public record Routing(
            String strategy,
            Integer offerSeconds,
            Integer missedOffers,
            Integer relaxSkillsSeconds,
            Integer relaxLanguageSeconds,
            Integer lastAgentSeconds,
            List<SkillsResource.Skill> skills,
            String language) {
        static Routing of(RoutingDraft written) {
            RoutingRules rules = written.rules();
            return new Routing(
                    rules.strategy().wire(),
                    (int) rules.offerTime().toSeconds(),
                    rules.missedOffers(),
                    (int) rules.relaxSkills().toSeconds(),
                    (int) rules.relaxLanguage().toSeconds(),
                    (int) rules.lastAgent().toSeconds(),
                    SkillsResource.Skill.list(written.skills()),
                    written.language());
        }

        RoutingDraft draft() {
            return new RoutingDraft(
                    strategy == null ? null : Strategy.of(strategy),
                    offerSeconds,
                    missedOffers,
                    relaxSkillsSeconds,
                    relaxLanguageSeconds,
                    lastAgentSeconds,
                    SkillsResource.Skill.set(skills),
                    language);
        }
    }

    @GET
    @Operation(summary = "How a department routes: strategy, limits, required skills and language")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Routing routing(@PathParam("id") String id) {
        return Routing.of(rules.of(context.caller(), id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write how a department routes; a missing member is the standard")
    public Routing write(@PathParam("id") String id, Routing said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null) throw new Invalid("Send the routing.");
        return Routing.of(rules.write(context.caller(), id, said.draft()));
    }
}
