package dev.parley.web.rest.notbuilt;

import dev.parley.shared.Permission;
import dev.parley.web.rest.ParleyApi;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's articles, for its editors. */
@Path("/articles")
@Tag(name = "Knowledge")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class ArticlesResource {
    @Inject
    Routes routes;

    @GET
    @Operation(summary = "Articles")
    public void list() {
        throw routes.forStaff(Permission.EDIT_KNOWLEDGE);
    }

    @POST
    @Operation(summary = "Write an article")
    public void write() {
        throw routes.forStaff(Permission.EDIT_KNOWLEDGE);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An article")
    public void get(@PathParam("id") String id) {
        throw routes.forStaff(Permission.EDIT_KNOWLEDGE);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change an article")
    public void change(@PathParam("id") String id) {
        throw routes.forStaff(Permission.EDIT_KNOWLEDGE);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete an article")
    public void delete(@PathParam("id") String id) {
        throw routes.forStaff(Permission.EDIT_KNOWLEDGE);
    }

    @POST
    @Path("/{id}/publish")
    @Operation(summary = "Publish an article")
    public void publish(@PathParam("id") String id) {
        throw routes.forStaff(Permission.EDIT_KNOWLEDGE);
    }

    @POST
    @Path("/import")
    @Operation(summary = "Import documents as articles")
    public void importDocuments() {
        throw routes.forStaff(Permission.EDIT_KNOWLEDGE);
    }
}
