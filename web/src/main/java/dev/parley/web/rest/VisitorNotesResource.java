package dev.parley.web.rest;

import dev.parley.shared.PublicIds;
import dev.parley.visitor.VisitorNotes;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notes on a person, by their own ids; see {@link VisitorsResource} for those of a conversation's visitor. */
@Path("/visitor-notes/{id}")
@Tag(name = "Conversations")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class VisitorNotesResource {
    @Inject
    private VisitorNotes notes;

    @Inject
    private CallerContext context;

    @DELETE
    @Operation(summary = "Take away a note on a person: one's own, or, as a supervisor, any")
    public void delete(@PathParam("id") String id) {
        notes.remove(context.caller(), PublicIds.plausible(id) ? id : "-");
    }
}
