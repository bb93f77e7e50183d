package dev.parley.web.rest;

import dev.parley.company.Sites;
import dev.parley.shared.Digests;
import dev.parley.web.pages.WaysToReach;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the widget's first page says below the chat: how else the company can be reached, and when it is open. */
@Path("/sites/{siteKey}/reach")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Visitors")
public class SiteReachResource {
    /** Seconds for which whoever has it need not ask again. */
    private static final int FRESH = 60;

    @Inject
    private Sites sites;

    @Inject
    private WaysToReach ways;

    @GET
    @Operation(
            summary =
                    "Contact details that the company shows, and its business hours from yesterday to in nine days as moments",
            description =
                    "{locations?: [{name, address?, phones, emails, links: [{value, label?}]}], hours?: {from, until, open: [{from, until}]}}."
                            + " What the site's look leaves out is missing. hours: in which it is said when the site is open, and when it is."
                            + " May be kept for a minute, and asked again with its ETag.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Object.class)))
    @APIResponse(responseCode = "304", description = "It is as If-None-Match names it")
    public Response reach(@PathParam("siteKey") String siteKey, @Context Request request) {
        JsonObject said = ways.of(sites.require(siteKey));
        var tag = new EntityTag(Digests.sha256Base64(said.toString()).substring(0, 16));
        var answer = request.evaluatePreconditions(tag);
        if (answer == null) answer = Response.ok(said);
        CacheControl kept = new CacheControl();
        kept.setMaxAge(FRESH);
        return answer.tag(tag).cacheControl(kept).build();
    }
}
