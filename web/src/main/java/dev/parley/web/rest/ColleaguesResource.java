package dev.parley.web.rest;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.agent.PresenceView;
import dev.parley.company.Availability;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.shared.Caller;
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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom an agent can turn to, and how much an agent may have in hand. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class ColleaguesResource {
    @Inject
    private Agents agents;

    @Inject
    private Departments departments;

    @Inject
    private Availability availability;

    @Inject
    private CallerContext context;

    /** {@code open}: somebody of it is available now; {@code tagsRequired}: its conversations are tagged before they are closed. */
    public record DepartmentLine(String id, String name, boolean open, boolean tagsRequired) {}

    /** What an administrator changes of a department. */
    public record NewRules(Boolean tagsRequired) {}

    /** {@code connected}: has a console open somewhere. */
    public record Colleague(String id, String name, String status, String reason, boolean connected, int capacity) {
        static Colleague of(PresenceView view) {
            return new Colleague(
                    view.agent(), view.name(), view.status().wire(), view.reason(), view.connected(), view.capacity());
        }
    }

    /** All there are. */
    public record Items<T>(List<T> items) {}

    /** What an administrator changes of an agent. */
    public record NewLimits(Integer capacity) {}

    @GET
    @Path("/departments")
    @Operation(summary = "The company's departments, and whether somebody is there")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Items<DepartmentLine> departments() {
        Caller.Staff me = context.caller().require(Permission.SEE_COLLEAGUES);
        Set<Long> open = availability.staffedDepartments(me.companyId());
        return new Items<>(
                departments.of(me.companyId()).stream().map(d -> line(d, open)).toList());
    }

    @PUT
    @Path("/departments/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say whether conversations of a department are tagged before they are closed")
    public DepartmentLine rule(@PathParam("id") String id, NewRules rules) {
        Caller.Staff me = context.caller().require(Permission.ADMINISTER_COMPANY);
        if (rules == null || rules.tagsRequired() == null) throw new Invalid("Say tagsRequired.");
        var changed = departments.requireTags(me, id, rules.tagsRequired());
        return line(changed, availability.staffedDepartments(me.companyId()));
    }

    private static DepartmentLine line(DepartmentView d, Set<Long> open) {
        return new DepartmentLine(d.publicId(), d.name(), open.contains(d.id()), d.tagsRequired());
    }

    @GET
    @Path("/agents")
    @Operation(summary = "Those who answer visitors, by name; at most 500")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Items<Colleague> agents() {
        return new Items<>(
                agents.colleagues(context.caller()).stream().map(Colleague::of).toList());
    }

    @PUT
    @Path("/agents/{id}/presence")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A supervisor sets a colleague's presence")
    public Colleague presence(@PathParam("id") String id, AgentsResource.NewPresence said) {
        context.caller().require(Permission.SET_OTHERS_PRESENCE);
        if (said == null || said.status() == null) throw new Invalid("Say which status.");
        return Colleague.of(agents.setPresence(context.caller(), id, Presence.of(said.status()), said.reason()));
    }

    @PUT
    @Path("/agents/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set how many conversations an agent may have at once")
    public Colleague limit(@PathParam("id") String id, NewLimits limits) {
        context.caller().require(Permission.ADMINISTER_COMPANY);
        if (limits == null || limits.capacity() == null) throw new Invalid("Say which capacity.");
        return Colleague.of(agents.setCapacity(context.caller(), id, limits.capacity()));
    }
}
