package dev.parley.web.rest;

import dev.parley.company.SitePicture;
import dev.parley.company.SitePictures;
import dev.parley.file.PictureUse;
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

/** The picture at the head of a site's widget, for administrators. */
@Path("/sites/{siteKey}/header")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class HeaderResource {
    @Inject
    private SitePictures pictures;

    @Inject
    private CallerContext context;

    @PUT
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Set the picture at the head of a site's widget",
            description =
                    "A PNG or JPEG of at most 2 MB and 4096 pixels a side, whatever its type is said to be. It is drawn anew as a JPEG within"
                            + " 1200 × 800 pixels; nothing else of the file is kept. The widget's first page shows its middle above the greeting.")
    @RequestBody(
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public SitePicture show(@PathParam("siteKey") String key, InputStream picture) {
        return pictures.show(
                context.caller(),
                key,
                PictureUse.HEADER,
                pictures.draw(context.caller(), key, PictureUse.HEADER, picture));
    }

    @DELETE
    @Operation(summary = "Take the picture at the head of a site's widget away")
    public void remove(@PathParam("siteKey") String key) {
        pictures.show(context.caller(), key, PictureUse.HEADER, null);
    }
}
