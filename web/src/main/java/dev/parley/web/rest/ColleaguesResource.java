package dev.parley.web.rest;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.agent.PresenceView;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whom an agent can turn to. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class ColleaguesResource {
    private static final int MOST = 500;

    @Inject
    private Agents agents;

    @Inject
    private CallerContext context;

    /** {@code connected}: has a console open somewhere. {@code photo}: where it is, on this origin. */
    public record Colleague(
            String id, String name, String status, String reason, boolean connected, int capacity, String photo) {
        static Colleague of(PresenceView view) {
            return new Colleague(
                    view.agent(),
                    view.name(),
                    view.status().wire(),
                    view.reason(),
                    view.connected(),
                    view.capacity(),
                    view.photo());
        }
    }

    /** By name. */
    public record Colleagues(List<Colleague> items, String next) {}

    @GET
    @Path("/agents")
    @Operation(summary = "Those who answer visitors, by name; 500 unless told, which is the most")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Colleagues agents(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = agents.colleagues(context.caller(), Asked.cursor(cursor), Asked.number("limit", limit, MOST));
        return new Colleagues(some.items().stream().map(Colleague::of).toList(), some.next());
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
}
