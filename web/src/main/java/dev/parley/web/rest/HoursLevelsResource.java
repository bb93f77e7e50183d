package dev.parley.web.rest;

import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.hours.OwnHours;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Of what the company says hours at all. */
@Path("/hours/levels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hours")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class HoursLevelsResource {
    @Inject
    private Hours hours;

    @Inject
    private CallerContext context;

    /** What {@code GET /hours} is asked with; all are missing of the company itself. */
    public record Level(String site, String department, String channel) {
        static Level of(OwnHours own) {
            HoursPath path = own.path();
            return new Level(
                    path.site(),
                    path.department(),
                    path.channel() == null ? null : path.channel().wire());
        }
    }

    /** The most general first. */
    public record Levels(List<Level> items, String next) {}

    @GET
    @Operation(summary = "Which levels have hours of their own, the most general first; all unless a limit is said")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Levels levels(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = Slice.of(hours.own(context.caller()), HoursLevelsResource::id, cursor, limit);
        return new Levels(some.items().stream().map(Level::of).toList(), some.next());
    }

    private static String id(OwnHours own) {
        byte[] text = own.path().text().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }
}
