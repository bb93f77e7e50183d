package dev.parley.web.rest.notbuilt;

import dev.parley.shared.NotFound;
import dev.parley.shared.Permission;
import dev.parley.web.rest.ParleyApi;
import dev.parley.web.rest.problem.NotBuilt;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures with their definitions. */
@Path("/reports/{report}")
@Tag(name = "Reports")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class ReportsResource {
    private static final Set<String> REPORTS = Set.of("chat", "voice", "agents", "satisfaction", "issues");

    @Inject
    Routes routes;

    @GET
    @Operation(summary = "A report")
    public void report(@PathParam("report") String report) {
        NotBuilt notBuilt = routes.forStaff(Permission.SEE_REPORTS);
        throw REPORTS.contains(report) ? notBuilt : new NotFound("There is no such report.");
    }
}
