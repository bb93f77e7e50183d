package dev.parley.web.rest;

import dev.parley.routing.OverflowDraft;
import dev.parley.routing.Overflows;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When what waits in a department goes on to another. */
@Path("/departments/{id}/overflow")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class OverflowResource {
    @Inject
    private Overflows overflows;

    @Inject
    private CallerContext context;

    /**
     * Without {@code department} everything stays. {@code queueLength} 1 to 1,000, {@code expectedMinutes} 1 to 1,440, {@code waitedSeconds} 1
     * to 86,400; what is missing does not matter.
     */
    public record Overflow(
            String department,
            Integer queueLength,
            Integer expectedMinutes,
            Integer waitedSeconds,
            Boolean unattended) {
        static Overflow of(OverflowDraft written) {
            return new Overflow(
                    written.department(),
                    written.queueLength(),
                    written.expectedMinutes(),
                    written.waitedSeconds(),
                    written.unattended());
        }

        OverflowDraft draft() {
            return new OverflowDraft(
                    department, queueLength, expectedMinutes, waitedSeconds, Boolean.TRUE.equals(unattended));
        }
    }

    @GET
    @Operation(summary = "When what waits in a department goes on to another")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Overflow overflow(@PathParam("id") String id) {
        return Overflow.of(overflows.of(context.caller(), id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write when what waits in a department goes on to another; a missing member does not matter")
    public Overflow write(@PathParam("id") String id, Overflow said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null) throw new Invalid("Send the overflow.");
        return Overflow.of(overflows.change(context.caller(), id, said.draft(), null));
    }
}
