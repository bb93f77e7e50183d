package dev.parley.web.rest;

import dev.parley.access.RoleDraft;
import dev.parley.access.RoleView;
import dev.parley.access.Roles;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.rest.filter.Once;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people may do: the roles that every company has, and those that it made for itself. */
@Path("/roles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class RolesResource {
    @Inject
    private Roles roles;

    @Inject
    private CallerContext context;

    /**
     * A role. {@code name} and {@code version} are there for the company's own only, {@code holders}, the names of who has it, only where one
     * is asked for.
     */
    public record Line(
            String id,
            String name,
            boolean builtIn,
            List<String> permissions,
            Integer people,
            List<String> holders,
            Integer version) {
        static Line of(RoleView view, boolean alone) {
            boolean own = view.role().name() != null;
            return new Line(
                    view.role().wire(),
                    view.role().name(),
                    !own,
                    view.role().permissions().stream().map(Permission::wire).toList(),
                    own ? view.count() : null,
                    alone ? view.holders() : null,
                    own ? (int) view.version() : null);
        }
    }

    /** All of them at once. */
    public record Lines(List<Line> items) {}

    /** A role as it shall be: 1 to 60 characters, names of permissions; with {@code version} only if nobody was quicker. */
    public record NewRole(String name, List<String> permissions, Integer version) {
        private RoleDraft draft() {
            if (permissions == null) throw new Invalid("Send name and permissions.");
            return new RoleDraft(
                    name,
                    permissions.stream().map(Permission::of).collect(Collectors.toSet()),
                    version == null ? null : (long) version);
        }
    }

    @GET
    @Operation(summary = "The roles that every company has, then the company's own by name, at most 30; all at once")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Lines list() {
        return new Lines(roles.all(context.caller()).stream()
                .map(view -> Line.of(view, false))
                .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of the company's own roles, with who has it")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Line get(@PathParam("id") String id) {
        return Line.of(roles.get(context.caller(), id), true);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Once
    @Operation(summary = "Make a role out of permissions that one has oneself; a company has at most 30")
    public Response make(NewRole said) {
        context.caller().require(Permission.MANAGE_ROLES);
        return Response.status(Response.Status.CREATED)
                .entity(Line.of(roles.create(context.caller(), said(said).draft()), true))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change one of the company's own roles; in force at once for everybody who has it")
    public Line change(@PathParam("id") String id, NewRole said) {
        context.caller().require(Permission.MANAGE_ROLES);
        return Line.of(roles.change(context.caller(), id, said(said).draft()), true);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove one of the company's own roles; refused while somebody has it")
    public void remove(@PathParam("id") String id, @QueryParam("version") Long version) {
        roles.remove(context.caller(), id, version);
    }

    private static NewRole said(NewRole said) {
        if (said == null) throw new Invalid("Send name and permissions.");
        return said;
    }
}
