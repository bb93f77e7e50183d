package dev.parley.web.rest.notbuilt;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A site's published articles, for everybody. */
@Path("/sites/{siteKey}/articles")
@Tag(name = "Knowledge")
public class SiteArticlesResource {
    @Inject
    Routes routes;

    @GET
    @Operation(summary = "Search the published articles")
    public void search(@PathParam("siteKey") String siteKey) {
        throw routes.forAnyone(siteKey);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A published article")
    public void get(@PathParam("siteKey") String siteKey, @PathParam("id") String id) {
        throw routes.forAnyone(siteKey);
    }

    @POST
    @Path("/{id}/feedback")
    @Operation(summary = "Whether an article helped")
    public void tell(@PathParam("siteKey") String siteKey, @PathParam("id") String id) {
        throw routes.forAnyone(siteKey);
    }
}
