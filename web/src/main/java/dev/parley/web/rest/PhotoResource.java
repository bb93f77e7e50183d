package dev.parley.web.rest;

import dev.parley.access.Portraits;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A colleague's photo: one's own, or for administrators anybody's whose role is not above theirs. */
@Path("/agents/{id}/photo")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class PhotoResource {
    @Inject
    private Portraits portraits;

    @Inject
    private CallerContext context;

    /** Where it is seen by everybody, on this origin. */
    public record Photo(String photo) {}

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Set a colleague's photo",
            description =
                    "A PNG or JPEG of at most 2 MB and 4096 pixels a side, whatever its type is said to be. Its middle is drawn anew as a"
                            + " square of 256 pixels; nothing else of the file is kept. The one before is seen no more.")
    @RequestBody(
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Photo show(@PathParam("id") String id, InputStream picture) {
        return new Photo(portraits.show(context.caller(), id, portraits.draw(context.caller(), id, picture)));
    }

    @DELETE
    @Operation(summary = "Take a colleague's photo away: initials stand in its place")
    public void remove(@PathParam("id") String id) {
        portraits.show(context.caller(), id, null);
    }
}
