package dev.parley.web.rest.notbuilt;

import dev.parley.shared.Permission;
import dev.parley.web.rest.ParleyApi;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's settings, for its administrators. */
@Path("/")
@Tag(name = "Administration")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class AdministrationResource {
    @Inject
    Routes routes;

    @PUT
    @Path("/agents")
    @Operation(summary = "Change settings: agents")
    public void putAgents() {
        throw routes.forStaff(Permission.MANAGE_PEOPLE);
    }
}
