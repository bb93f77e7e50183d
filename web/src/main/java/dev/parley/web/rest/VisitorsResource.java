package dev.parley.web.rest;

import dev.parley.company.FormAnswer;
import dev.parley.company.FormField;
import dev.parley.conversation.Conversations;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Json;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.visitor.PageVisit;
import dev.parley.visitor.VisitorNote;
import dev.parley.visitor.VisitorNotes;
import dev.parley.visitor.VisitorProfile;
import dev.parley.visitor.VisitorView;
import dev.parley.visitor.Visitors;
import dev.parley.web.rest.filter.Once;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is on the other side of a conversation. Whoever may read the conversation may know it. */
@Path("/conversations/{id}/visitor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversations")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class VisitorsResource {
    @Inject
    private Conversations conversations;

    @Inject
    private Visitors visitors;

    @Inject
    private VisitorNotes notes;

    @Inject
    private CallerContext context;

    /** On which page the visitor was last, and from where it came. */
    public record OnPage(String url, String title, String referrer) {}

    /** A page the visitor came to while it talked. */
    public record Visited(String url, String title, Instant at) {
        static Visited of(PageVisit visit) {
            return new Visited(visit.url(), visit.title(), visit.at());
        }
    }

    /** Who wrote a note. */
    public record Author(String id, String name) {}

    /** What a colleague noted on the person, for colleagues only. */
    public record Note(String id, Author author, Instant at, String text) {
        static Note of(VisitorNote note) {
            return new Note(note.id(), new Author(note.authorId(), note.author()), note.at(), note.text());
        }
    }

    /** What was asked before this conversation, in the site's own language, and what the visitor said; of a ticked box {@code true}. */
    public record Answer(
            String name,
            String kind,
            String label,

            @Schema(oneOf = {String.class, Boolean.class}) JsonValue answer) {
        static Answer of(FormAnswer a) {
            boolean ticked = a.kind().equals(FormField.Kind.CHECKBOX.wire());
            return new Answer(a.name(), a.kind(), a.label(), ticked ? JsonValue.TRUE : Json.createValue(a.answer()));
        }
    }

    /** A note to write down, of at most 2,000 characters. */
    public record NewNote(String text) {}

    /**
     * All that is known; what nobody has said is left out. {@code browser} is what the browser says of itself, {@code pages} are the last
     * 20, newest first; {@code attributes} are what the host site says; {@code notes} are newest first; {@code
     * answers} are what it filled in before this conversation; {@code
     * address} (of the network, at its last contact) only those get whose role may.
     */
    public record Visitor(
            String id,
            String name,
            String email,
            OnPage page,
            String browser,
            String language,
            String timeZone,
            Instant firstSeenAt,
            Instant seenAt,
            List<Visited> pages,

            @Schema(type = SchemaType.OBJECT, implementation = Object.class)
            JsonObject attributes,

            List<Note> notes,
            List<Answer> answers,
            String address) {
        static Visitor of(VisitorProfile profile, List<VisitorNote> notes, List<FormAnswer> answers) {
            VisitorView v = profile.visitor();
            return new Visitor(
                    v.id(),
                    v.name(),
                    v.email(),
                    new OnPage(v.pageUrl(), v.pageTitle(), v.referrer()),
                    v.userAgent(),
                    v.language(),
                    v.timeZone(),
                    v.firstSeenAt(),
                    v.seenAt(),
                    profile.pages().stream().map(Visited::of).toList(),
                    AttributesJson.write(profile.attributes()),
                    notes.stream().map(Note::of).toList(),
                    answers.stream().map(Answer::of).toList(),
                    profile.address());
        }
    }

    /** Contact data as a colleague knows them; what is missing or empty is forgotten. */
    public record ContactData(String name, String email) {}

    @GET
    @Operation(summary = "The visitor of a conversation: contact data, pages, browser, language, time zone")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Visitor get(@PathParam("id") String conversation) {
        Caller.Staff agent = agent();
        return known(agent, conversation, visitors.profile(agent, of(agent, conversation)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write down a visitor's name and e-mail address")
    public Visitor put(@PathParam("id") String conversation, ContactData known) {
        Caller.Staff agent = agent();
        if (known == null) throw new Invalid("Send name and email.");
        VisitorProfile profile = visitors.correct(agent, of(agent, conversation), known.name(), known.email());
        return known(agent, conversation, profile);
    }

    @POST
    @Once
    @Path("/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write down a note on the person, for colleagues only; at most 50 of 2,000 characters")
    public Response note(@PathParam("id") String conversation, NewNote said) {
        Caller.Staff agent = agent();
        if (said == null) throw new Invalid("Send text.");
        Note written = Note.of(notes.write(agent, of(agent, conversation), said.text()));
        return Response.status(Response.Status.CREATED).entity(written).build();
    }

    private Visitor known(Caller.Staff agent, String conversation, VisitorProfile profile) {
        return Visitor.of(profile, notes.of(agent, profile.visitor().id()), conversations.answers(agent, conversation));
    }

    private String of(Caller.Staff agent, String conversation) {
        String id = PublicIds.plausible(conversation) ? conversation : "-";
        return conversations.get(agent, id).visitor().id();
    }

    private Caller.Staff agent() {
        return context.caller().require(Permission.ANSWER_CONVERSATIONS);
    }
}
