package dev.parley.web.rest;

import dev.parley.company.Sighting;
import dev.parley.company.Sightings;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a site's widget has been met. Not below the site, whose own may be asked from its pages. */
@Path("/sightings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class SightingsResource {
    @Inject
    private Sightings sightings;

    @Inject
    private CallerContext context;

    /** Last first; {@code allowed}: the site's widget may be used there as the site is now. */
    public record SightingList(List<Sighting> items) {}

    @GET
    @Path("/{siteKey}")
    @Operation(
            summary =
                    "On which origins' pages a site's widget has been met, last first; at most 50. Anybody can claim one")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public SightingList of(@PathParam("siteKey") String siteKey) {
        return new SightingList(sightings.of(context.caller(), siteKey));
    }
}
