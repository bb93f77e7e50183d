package dev.parley.web.rest;

import dev.parley.canned.CannedDraft;
import dev.parley.canned.CannedList;
import dev.parley.canned.CannedResponses;
import dev.parley.canned.CannedView;
import dev.parley.shared.Digests;
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
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Prepared answers: agents call them by a shortcut, supervisors and administrators write them. */
@Path("/canned-responses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Canned responses")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class CannedResponsesResource {
    @Inject
    private CannedResponses responses;

    @Inject
    private CallerContext context;

    /** The same in another language, by its tag. */
    public record Translation(String language, String text) {}

    /** {@code department} is missing where it is for all; {@code texts} has it in other languages. */
    public record Canned(String id, String shortcut, String department, String text, List<Translation> texts) {
        static Canned of(CannedView view) {
            List<Translation> texts = view.texts().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> new Translation(e.getKey(), e.getValue()))
                    .toList();
            return new Canned(view.id(), view.shortcut(), view.department(), view.text(), texts);
        }

        CannedDraft draft() {
            Map<String, String> own = new LinkedHashMap<>();
            for (Translation said : texts == null ? List.<Translation>of() : texts) {
                if (said == null || said.language() == null || said.text() == null)
                    throw new Invalid("Each of texts has a language and a text.");
                if (own.put(said.language(), said.text()) != null) throw new Invalid("Name each language once.");
            }
            return new CannedDraft(id, shortcut, department, text, own, null);
        }
    }

    /** By shortcut; {@code version} changes whenever any of all does. */
    public record CannedItems(List<Canned> items, long version, String next) {
        static CannedItems of(Page<CannedView> some, long version) {
            return new CannedItems(some.items().stream().map(Canned::of).toList(), version, some.next());
        }
    }

    /** The whole list as it shall be; {@code version} is the one that was read, or missing to write whatever happened since. */
    public record NewCanned(List<Canned> items, Integer version) {}

    @GET
    @Operation(summary = "Prepared answers, by shortcut; at most 500, all unless a limit is said. With an ETag")
    @APIResponse(
            responseCode = "200",
            description = "They",
            content = @Content(schema = @Schema(implementation = CannedItems.class)))
    @APIResponse(responseCode = "304", description = "They are those that If-None-Match names")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Response all(
            @Context Request request, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var me = context.caller().requireAny(Permission.ANSWER_CONVERSATIONS, Permission.KEEP_CANNED_RESPONSES);
        CannedList list = responses.all(me);
        Page<CannedView> some = Slice.of(list.items(), CannedView::id, cursor, limit);
        // two companies' lists of one version must not be taken for each other by a browser that has had both
        var tag = new EntityTag(
                Digests.sha256Base64(me.companyId() + ":" + list.version()).substring(0, 16));
        var answer = request.evaluatePreconditions(tag);
        if (answer == null) answer = Response.ok(CannedItems.of(some, list.version()));
        CacheControl kept = new CacheControl();
        kept.setPrivate(true);
        kept.setNoCache(true);
        return answer.tag(tag).cacheControl(kept).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write the list anew: with an id kept and written, without new, left out withdrawn; at most 500")
    public CannedItems write(NewCanned said) {
        var me = context.caller().require(Permission.KEEP_CANNED_RESPONSES);
        if (said == null || said.items() == null) throw new Invalid("Send items.");
        if (said.items().contains(null)) throw new Invalid("Each of items is a canned response.");
        var drafts = said.items().stream().map(Canned::draft).toList();
        Long version = said.version() == null ? null : (long) said.version();
        CannedList written = responses.replace(me, drafts, version);
        return CannedItems.of(new Page<>(written.items(), null), written.version());
    }
}
