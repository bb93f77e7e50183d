package dev.parley.web.rest.notbuilt;

import dev.parley.web.rest.ParleyApi;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A visitor's call to a site. */
@Path("/sites/{siteKey}/calls")
@Tag(name = "Voice")
@SecurityRequirement(name = ParleyApi.VISITOR)
public class SiteCallsResource {
    @Inject
    Routes routes;

    @POST
    @Operation(summary = "Credentials for a call")
    public void call(@PathParam("siteKey") String siteKey) {
        throw routes.forVisitor(siteKey);
    }
}
