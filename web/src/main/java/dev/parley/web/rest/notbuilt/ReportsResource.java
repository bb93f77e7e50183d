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

/** Figures with their definitions. */
@Path("/reports/{report: chat|voice|agents|satisfaction|issues}")
@Tag(name = "Reports")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class ReportsResource {
    @Inject
    Routes routes;

    @GET
    @Operation(summary = "A report")
    public void report(@PathParam("report") String report) {
        throw routes.forStaff(Permission.SEE_REPORTS);
    }
}
