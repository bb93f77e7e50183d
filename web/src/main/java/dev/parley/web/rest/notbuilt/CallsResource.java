package dev.parley.web.rest.notbuilt;

import dev.parley.shared.Permission;
import dev.parley.web.rest.ParleyApi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's calls, for those who answer. */
@Path("/calls")
@Tag(name = "Voice")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class CallsResource {
    @Inject
    Routes routes;

    @GET
    @Operation(summary = "Calls")
    public void list() {
        throw routes.forStaff(Permission.ANSWER_CONVERSATIONS);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A call with its legs and events")
    public void get(@PathParam("id") String id) {
        throw routes.forStaff(Permission.ANSWER_CONVERSATIONS);
    }
}
