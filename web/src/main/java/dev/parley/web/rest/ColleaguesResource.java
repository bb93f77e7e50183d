package dev.parley.web.rest;

import dev.parley.agent.Agents;
import dev.parley.agent.PresenceView;
import dev.parley.company.Availability;
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

    /** {@code open}: somebody of it is available now. */
    public record DepartmentLine(String id, String name, boolean open) {}

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
        Set<Long> open = availability.openDepartments(me.companyId());
        return new Items<>(departments.of(me.companyId()).stream()
                .map(d -> new DepartmentLine(d.publicId(), d.name(), open.contains(d.id())))
                .toList());
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
    @Path("/agents/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set how many conversations an agent may have at once")
    public Colleague limit(@PathParam("id") String id, NewLimits limits) {
        context.caller().require(Permission.ADMINISTER_COMPANY);
        if (limits == null || limits.capacity() == null) throw new Invalid("Say which capacity.");
        return Colleague.of(agents.setCapacity(context.caller(), id, limits.capacity()));
    }
}
