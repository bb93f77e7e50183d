package dev.parley.web.rest;

import dev.parley.access.HeldFactors;
import dev.parley.access.LostFactors;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a colleague signs in with beside the password, for administrators to help with when it is lost. */
@Path("/agents/{id}/factors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class FactorsResource {
    @Inject
    private LostFactors lost;

    @Inject
    private CallerContext context;

    @GET
    @Operation(summary = "Whether a colleague has a second factor, and how many passkeys")
    public HeldFactors held(@PathParam("id") String id) {
        return lost.held(context.caller(), id);
    }

    @DELETE
    @Operation(
            summary = "Take a colleague's second factor, recovery codes and passkeys away",
            description =
                    "For one who has lost them: the password alone opens the account until others are set up. Ends the colleague's sign-ins."
                            + " Nobody's whose role is above the caller's, and not one's own.")
    public void forget(@PathParam("id") String id) {
        lost.forget(context.caller(), id);
    }
}
