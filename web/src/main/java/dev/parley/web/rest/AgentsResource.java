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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An agent's own presence. */
@Path("/agents/me/presence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class AgentsResource {
    @Inject
    private Agents agents;

    @Inject
    private CallerContext context;

    /** What an agent says of being reachable; {@code reason} is for colleagues and may be missing. */
    public record NewPresence(String status, String reason) {}

    @GET
    @Operation(summary = "One's own presence")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public PresenceView presence() {
        return agents.presence(context.caller());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Be available, busy, away or offline")
    public PresenceView setPresence(NewPresence said) {
        context.caller().require(Permission.ANSWER_CONVERSATIONS);
        if (said == null || said.status() == null) throw new Invalid("Say which status.");
        return agents.setPresence(context.caller(), Presence.of(said.status()), said.reason());
    }
}
