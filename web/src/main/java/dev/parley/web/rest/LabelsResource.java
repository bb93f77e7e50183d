package dev.parley.web.rest;

import dev.parley.company.LabelDraft;
import dev.parley.company.LabelKind;
import dev.parley.company.LabelView;
import dev.parley.company.Labels;
import dev.parley.shared.Invalid;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's own words: agents choose from them, administrators write them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Labels")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class LabelsResource {
    @Inject
    private Labels labels;

    @Inject
    private CallerContext context;

    /** One of them. */
    public record LabelLine(String id, String name) {
        static LabelLine of(LabelView view) {
            return new LabelLine(view.publicId(), view.name());
        }
    }

    /** Those that are offered, in the company's order. */
    public record LabelList(List<LabelLine> items, String next) {}

    /** The whole list as it shall be: with {@code id} kept and renamed, without new, left out retired. */
    public record NewLabels(List<LabelLine> items) {}

    @GET
    @Path("/tags")
    @Operation(summary = "What conversations can be about; at most 500, all unless a limit is said")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public LabelList tags(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return list(LabelKind.TAG, cursor, limit);
    }

    @PUT
    @Path("/tags")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write the list of tags anew; at most 500")
    public LabelList putTags(NewLabels said) {
        return replace(LabelKind.TAG, said);
    }

    @GET
    @Path("/outcomes")
    @Operation(summary = "How conversations can end; at most 50, all unless a limit is said")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public LabelList outcomes(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return list(LabelKind.OUTCOME, cursor, limit);
    }

    @PUT
    @Path("/outcomes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write the list of outcomes anew; at most 50")
    public LabelList putOutcomes(NewLabels said) {
        return replace(LabelKind.OUTCOME, said);
    }

    @GET
    @Path("/away-reasons")
    @Operation(summary = "Why agents can be away; at most 50, all unless a limit is said")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public LabelList awayReasons(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return list(LabelKind.AWAY, cursor, limit);
    }

    @PUT
    @Path("/away-reasons")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write the list of reasons for being away anew; at most 50")
    public LabelList putAwayReasons(NewLabels said) {
        return replace(LabelKind.AWAY, said);
    }

    private LabelList list(LabelKind kind, String cursor, String limit) {
        var me = context.caller().requireAny(Permission.ANSWER_CONVERSATIONS, Permission.EDIT_COMPANY);
        return of(Slice.of(labels.of(me.companyId(), kind), LabelView::publicId, cursor, limit));
    }

    private LabelList replace(LabelKind kind, NewLabels said) {
        var me = context.caller().require(Permission.EDIT_COMPANY);
        if (said == null || said.items() == null) throw new Invalid("Send items.");
        var drafts = said.items().stream()
                .map(line -> new LabelDraft(line.id(), line.name()))
                .toList();
        return of(new Page<>(labels.replace(me, kind, drafts), null));
    }

    private static LabelList of(Page<LabelView> some) {
        return new LabelList(some.items().stream().map(LabelLine::of).toList(), some.next());
    }
}
