package dev.parley.web.rest;

import dev.parley.conversation.Mentions;
import dev.parley.web.rest.ConversationsResource.Conversation;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where colleagues asked for one's attention. */
@Path("/mentions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class MentionsResource {
    private static final int PAGE = 50;

    @Inject
    private Mentions mentions;

    @Inject
    private CallerContext context;

    /** Newest first. */
    public record Mentioned(List<Conversation> items, String next) {}

    @GET
    @Operation(
            summary = "Conversations in which a note names one and that one has not looked at since, newest first;"
                    + " 50 unless told, at most 200")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Mentioned unseen(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = mentions.unseen(context.caller(), Asked.cursor(cursor), Asked.number("limit", limit, PAGE));
        return new Mentioned(some.items().stream().map(Conversation::of).toList(), some.next());
    }
}
