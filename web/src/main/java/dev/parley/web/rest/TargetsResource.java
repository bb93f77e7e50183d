package dev.parley.web.rest;

import dev.parley.conversation.Priority;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.sla.TargetRules;
import dev.parley.sla.TargetTimes;
import dev.parley.sla.Targets;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** In how much time a department means to answer and to resolve. */
@Path("/departments/{id}/targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class TargetsResource {
    @Inject
    private Targets targets;

    @Inject
    private CallerContext context;

    /** Minutes of business time, 1 to 43,200. What a priority leaves out is as for {@code normal}, what that leaves out is not promised. */
    public record Target(
            String priority, Integer firstResponseMinutes, Integer nextResponseMinutes, Integer resolutionMinutes) {}

    /** Each priority at most once. */
    public record Targeted(List<Target> items) {
        static Targeted of(TargetRules rules) {
            return new Targeted(rules.each().entrySet().stream()
                    .map(e -> new Target(
                            e.getKey().wire(),
                            e.getValue().firstResponse(),
                            e.getValue().nextResponse(),
                            e.getValue().resolution()))
                    .toList());
        }

        TargetRules rules() {
            Map<Priority, TargetTimes> each = new EnumMap<>(Priority.class);
            for (Target said : items == null ? List.<Target>of() : items) {
                if (said == null || said.priority() == null) throw new Invalid("Say of which priority it is.");
                var times = new TargetTimes(
                        said.firstResponseMinutes(), said.nextResponseMinutes(), said.resolutionMinutes());
                if (each.put(Priority.of(said.priority()), times) != null)
                    throw new Invalid("Name each priority once.");
            }
            return new TargetRules(each);
        }
    }

    @GET
    @Operation(summary = "What a department promises by priority, at most 4: first response, next response, resolution")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Targeted targets(@PathParam("id") String id) {
        return Targeted.of(targets.of(context.caller(), id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write all that a department promises; what is missing is not promised")
    public Targeted write(@PathParam("id") String id, Targeted said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null) throw new Invalid("Send the targets.");
        return Targeted.of(targets.change(context.caller(), id, said.rules(), null));
    }
}
