package dev.parley.web.rest;

import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditPage;
import dev.parley.audit.AuditView;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What administrators changed, for administrators. There is no way to change or delete an entry. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
@SecurityRequirement(name = ParleyApi.PAGE)
public class AuditResource {
    private static final int A_PAGE = 200;
    /** More than a sheet should hold; whoever needs more asks for a shorter time. */
    private static final int MOST_ROWS = 100_000;

    @Inject
    private AuditLog log;

    @Inject
    private CallerContext context;

    /** Who did something, by id and name as it was. */
    public record Actor(String id, String name) {}

    /** What was changed. */
    public record Subject(String kind, String id, String name) {}

    /** A change; {@code before} and {@code after} hold the members that differ. */
    public record Entry(
            String id,
            Instant at,
            Actor by,
            String from,
            Subject subject,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject before,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject after) {
        static Entry of(AuditView v) {
            return new Entry(
                    v.id(),
                    v.at(),
                    new Actor(v.actor(), v.actorName()),
                    v.address(),
                    new Subject(v.kind().wire(), v.subject(), v.subjectName()),
                    v.before(),
                    v.after());
        }
    }

    /** Newest first. */
    public record Entries(List<Entry> items, String next) {}

    @GET
    @Operation(summary = "Administrative changes, newest first, by person, kind, word and time")
    public Entries entries(
            @QueryParam("agent") String agent,
            @QueryParam("kind") String kind,
            @QueryParam("q") String word,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        context.caller().require(Permission.READ_AUDIT_LOG);
        AuditPage page = log.search(
                context.caller(),
                filter(agent, kind, word, from, to),
                Asked.id("cursor", cursor),
                Asked.number("limit", limit, 50));
        return new Entries(page.items().stream().map(Entry::of).toList(), page.next());
    }

    /** By name. */
    public record Actors(List<Actor> items) {}

    @GET
    @Path("/actors")
    @Operation(summary = "Those who changed something, by name; at most 500")
    public Actors actors() {
        return new Actors(log.actors(context.caller()).stream()
                .map(actor -> new Actor(actor.id(), actor.name()))
                .toList());
    }

    @GET
    @Path("/export")
    @Produces("text/csv")
    @Operation(summary = "The same as a table of comma-separated values; at most 100,000 rows")
    public Response export(
            @QueryParam("agent") String agent,
            @QueryParam("kind") String kind,
            @QueryParam("q") String word,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        var me = context.caller().require(Permission.READ_AUDIT_LOG);
        AuditFilter filter = filter(agent, kind, word, from, to);
        AuditPage first = log.search(me, filter, null, A_PAGE);
        StreamingOutput rows = out -> {
            out.write(AuditCsv.HEAD.getBytes(StandardCharsets.UTF_8));
            AuditPage page = first;
            for (int written = 0; ; written += A_PAGE) {
                for (AuditView v : page.items()) out.write(AuditCsv.row(v).getBytes(StandardCharsets.UTF_8));
                if (page.next() == null || written >= MOST_ROWS) return;
                page = log.search(me, filter, page.next(), A_PAGE);
            }
        };
        return Response.ok(rows, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"audit-log.csv\"")
                .build();
    }

    private static AuditFilter filter(String agent, String kind, String word, String from, String to) {
        return new AuditFilter(
                Asked.id("agent", agent),
                Asked.absent(kind) ? null : AuditKind.of(kind),
                Asked.text("q", word),
                Asked.moment("from", from),
                Asked.moment("to", to));
    }
}
