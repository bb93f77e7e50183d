package dev.parley.web.rest.files;

import dev.parley.file.FileRules;
import dev.parley.file.FileView;
import dev.parley.file.Files;
import dev.parley.file.OpenedFile;
import dev.parley.file.UploadRequest;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.PublicIds;
import dev.parley.shared.TooLarge;
import dev.parley.shared.Unauthorized;
import dev.parley.shared.Unavailable;
import dev.parley.visitor.Visitors;
import dev.parley.web.rest.ParleyApi;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.VisitorCookie;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Attachments: brought before the message that carries them, opened by whoever may see its conversation. */
@Path("/files")
@Tag(name = "Files")
@SecurityRequirement(name = ParleyApi.VISITOR)
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class FilesResource {
    /** Room for the form around the file. */
    private static final long FORM = 128 * 1024;

    @Inject
    private Files files;

    @Inject
    private Visitors visitors;

    @Inject
    private CallerContext context;

    @Context
    private HttpServletRequest request;

    /** The form, for the description only: it is read as it comes. */
    public record Form(
            @Schema(type = SchemaType.STRING, format = "binary")
            String file) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Bring a file; only its uploader may attach it, to one message",
            description =
                    "At most 25 MB. Allowed by name and content: pictures (PNG, JPEG, GIF, WebP), PDF, text, CSV, office documents"
                            + " without macros, sound and film. Unattached files go after 24 hours.")
    @RequestBody(
            content =
                    @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = Form.class)))
    public Response upload(InputStream body, @Context HttpHeaders headers) {
        if (request.getContentLengthLong() > FileRules.LIMIT + FORM) {
            throw new TooLarge("A file may have at most " + FileRules.LIMIT + " bytes.");
        }
        if (context.caller() instanceof Caller.Nobody)
            throw new Unauthorized("Sign in, or open a visitor's session, first.");
        UploadedPart part = part(body, headers.getMediaType());
        FileView view = files.upload(context.caller(), new UploadRequest(part.name(), part.type(), part.content()));
        return Response.status(Response.Status.CREATED).entity(view).build();
    }

    private static UploadedPart part(InputStream body, MediaType type) {
        try {
            return new MultipartBody(body, type.getParameters().get("boundary")).file();
        } catch (IOException e) {
            throw new Invalid("The upload broke off.", e);
        }
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    @SecurityRequirement(name = ParleyApi.PAGE)
    @Operation(summary = "Download a file; 409 while it is being checked for malware")
    public Response file(@PathParam("id") String id) {
        return answer(open(id, false));
    }

    @GET
    @Path("/{id}/thumbnail")
    @Produces(MediaType.WILDCARD)
    @SecurityRequirement(name = ParleyApi.PAGE)
    @Operation(summary = "A small picture of an image, at most 640 pixels, drawn by the server")
    public Response thumbnail(@PathParam("id") String id) {
        return answer(open(id, true));
    }

    /** The first of those who may ask for whom there is such a file. */
    private OpenedFile open(String id, boolean thumbnail) {
        if (!PublicIds.plausible(id)) throw unknown();
        List<Caller> askers = askers();
        if (askers.isEmpty()) throw new Unauthorized("Sign in, or open a visitor's session, first.");
        for (Caller asker : askers) {
            try {
                return files.open(asker, id, thumbnail);
            } catch (NotFound e) {
                // perhaps for the next: a browser may be signed in and somebody's visitor as well
            }
        }
        throw unknown();
    }

    /** A bearer alone decides. Without one a browser fetches a picture by itself, with its cookies. */
    private List<Caller> askers() {
        List<Caller> askers = new ArrayList<>();
        if (!(context.caller() instanceof Caller.Nobody)) askers.add(context.caller());
        if (request.getHeader("Authorization") != null) return askers;
        for (VisitorCookie.Brought cookie : VisitorCookie.all(request)) {
            visitors.authenticateCookie(cookie.siteKey(), cookie.value()).ifPresent(askers::add);
        }
        return askers;
    }

    private static NotFound unknown() {
        return new NotFound("There is no such file.");
    }

    /**
     * The type is the one found in the content and no browser guesses another; the file is saved, not shown; and should it be shown after
     * all it runs nothing and reaches nothing. Only a picture of our own drawing is shown.
     */
    private Response answer(OpenedFile file) {
        if ("HEAD".equals(request.getMethod())) close(file); // no server is trusted to close what it does not send
        return Response.ok("HEAD".equals(request.getMethod()) ? null : file.content(), file.type())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.of(file.inline(), file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, file.inline() ? "private, max-age=3600" : "private, no-store")
                .header(HttpHeaders.VARY, "Authorization, Cookie")
                .build();
    }

    private static void close(OpenedFile file) {
        try {
            file.content().close();
        } catch (IOException e) {
            throw new Unavailable("The file cannot be read now.", e);
        }
    }
}
