package dev.parley.web.rest;

import dev.parley.conversation.ConversationFilter;
import dev.parley.conversation.ConversationStatus;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Draft;
import dev.parley.conversation.History;
import dev.parley.conversation.Posting;
import dev.parley.conversation.Priority;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.SendOrder;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.web.rest.filter.Once;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Conversations as an agent reads and answers them without a socket. */
@Path("/conversations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class ConversationsResource {
    private static final int PAGE = 50;

    @Inject
    private Conversations conversations;

    @Inject
    private Posting posting;

    @Inject
    private CallerContext context;

    /** A conversation as colleagues see it; what is null is left out. */
    public record Conversation(
            String id,
            String status,
            String origin,
            ConversationView.Named department,
            ConversationView.Named visitor,
            ConversationView.Agent agent,
            long lastSeq,
            long readSeq,
            long unread,
            Instant openedAt,
            Instant waitingSince,
            Instant closedAt,
            Instant lastAt,
            String preview,
            String previous,
            ConversationView.Named outcome,
            List<ConversationView.Named> tags,
            List<ConversationView.Named> participants,
            String priority,
            ConversationView.Target target) {
        static Conversation of(ConversationView v) {
            return new Conversation(
                    v.id(),
                    v.status().wire(),
                    v.origin(),
                    v.department(),
                    v.visitor(),
                    v.agent(),
                    v.lastSeq(),
                    v.readSeq(),
                    v.unread(),
                    v.openedAt(),
                    v.waitingSince(),
                    v.closedAt(),
                    v.lastAt(),
                    v.preview(),
                    v.previous(),
                    v.outcome(),
                    v.tags(),
                    v.participants(),
                    v.priority().wire(),
                    v.target());
        }
    }

    /** A page of conversations, newest first. */
    public record ConversationPage(List<Conversation> items, String next) {}

    /** Part of a timeline, oldest first; {@code next} is the seq for {@code after}, or for {@code before} where that was asked. */
    public record MessagePage(List<JsonObject> items, String next) {}

    /** What an agent says. {@code clientId} is the client's name for it, a UUID. */
    public record NewMessage(String clientId, String text, List<String> files, String replyTo) {}

    /** Ids of tags. */
    public record NewTags(List<String> tags) {}

    /** {@code low}, {@code normal}, {@code high} or {@code urgent}. */
    public record NewPriority(String priority) {}

    /** Stored; the same for the same {@code clientId}. */
    public record Stored(String clientId, String conversation, long seq, String id, Instant at) {}

    @GET
    @Operation(summary = "The company's conversations that one may see, newest first")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public ConversationPage list(
            @QueryParam("status") String status,
            @QueryParam("agent") String agent,
            @QueryParam("department") String department,
            @QueryParam("visitor") String visitor,
            @QueryParam("tag") String tag,
            @QueryParam("q") String text,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        Caller caller = context.caller();
        caller.requireAny(Permission.ANSWER_CONVERSATIONS, Permission.SEE_ALL_CONVERSATIONS);
        Page<ConversationView> page = conversations.list(
                caller,
                new ConversationFilter(
                        Asked.absent(status) ? null : ConversationStatus.of(status),
                        Asked.id("agent", agent),
                        Asked.id("department", department),
                        Asked.id("visitor", visitor),
                        Asked.text("tag", tag),
                        Asked.text("q", text),
                        Asked.moment("from", from),
                        Asked.moment("to", to),
                        Asked.id("cursor", cursor),
                        Asked.number("limit", limit, PAGE)));
        return new ConversationPage(page.items().stream().map(Conversation::of).toList(), page.next());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A conversation")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Conversation get(@PathParam("id") String id) {
        return Conversation.of(conversations.get(reader(), known(id)));
    }

    @PUT
    @Path("/{id}/tags")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say what it is about, in place of the tags it has; at most 20")
    public Conversation tag(@PathParam("id") String id, NewTags said) {
        Caller caller = agent();
        if (said == null || said.tags() == null) throw new Invalid("Send tags.");
        conversations.tag(caller, known(id), said.tags());
        return Conversation.of(conversations.get(caller, known(id)));
    }

    @PUT
    @Path("/{id}/priority")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say how much it presses: its place in the queue and what it is promised go by it")
    public Conversation prioritise(@PathParam("id") String id, NewPriority said) {
        Caller caller = agent();
        if (said == null || said.priority() == null) throw new Invalid("Send a priority.");
        conversations.prioritise(caller, known(id), Priority.of(said.priority()));
        return Conversation.of(conversations.get(caller, known(id)));
    }

    @GET
    @Path("/{id}/messages")
    @Operation(
            summary =
                    "Part of a conversation's timeline: after a seq, before one, or the newest; 50 unless told, at most 200")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public MessagePage messages(
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("before") String before,
            @QueryParam("limit") String limit) {
        History history = conversations.history(
                reader(),
                known(id),
                Asked.seq("after", after),
                Asked.seq("before", before),
                Asked.number("limit", limit, History.DEFAULT_LIMIT));
        var items = history.messages().stream().map(MessageJson::of).toList();
        if (!history.more()) return new MessagePage(items, null);
        long next = history.messages()
                .get(Asked.absent(after) ? 0 : items.size() - 1)
                .seq();
        return new MessagePage(items, Long.toString(next));
    }

    @POST
    @Path("/{id}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    @Once
    @Operation(summary = "Answer: 201 when it is new, 200 when the same was stored before")
    public Response post(@PathParam("id") String id, NewMessage said) {
        Caller caller = agent();
        if (said == null) throw new Invalid("Send clientId and text.");
        Draft draft = new Draft(said.clientId(), known(id), null, said.text(), said.files(), said.replyTo(), null);
        Receipt receipt =
                Waited.on(posting.post(caller, draft, new SendOrder())).receipt();
        return Response.status(receipt.fresh() ? Response.Status.CREATED : Response.Status.OK)
                .entity(new Stored(
                        receipt.clientId(), receipt.conversation(), receipt.seq(), receipt.id(), receipt.at()))
                .build();
    }

    /** Visitors have their socket; these routes are for those who answer. */
    private Caller.Staff agent() {
        return context.caller().require(Permission.ANSWER_CONVERSATIONS);
    }

    /** Whoever answers or sees all may look. */
    private Caller.Staff reader() {
        return context.caller().requireAny(Permission.ANSWER_CONVERSATIONS, Permission.SEE_ALL_CONVERSATIONS);
    }

    /** What cannot be an id gets the answer of one that does not exist. */
    private static String known(String id) {
        return PublicIds.plausible(id) ? id : "-";
    }
}
