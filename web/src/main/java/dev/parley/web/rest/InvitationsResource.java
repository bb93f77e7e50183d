package dev.parley.web.rest;

import dev.parley.access.AccountDetails;
import dev.parley.access.Deactivations;
import dev.parley.access.InvitationDraft;
import dev.parley.access.InvitationView;
import dev.parley.access.NewPassword;
import dev.parley.access.SignInKind;
import dev.parley.access.SignedIn;
import dev.parley.access.StaffInvitations;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.language.Languages;
import dev.parley.web.rest.filter.Once;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's people come and go. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class InvitationsResource {
    private static final int MOST = 1_000;

    @Inject
    private StaffInvitations invitations;

    @Inject
    private Deactivations deactivations;

    @Inject
    private CallerContext context;

    /** {@code name} and {@code language}, the mail's, may be missing. */
    public record Invitation(String email, String role, String name, String language) {}

    /** What the invited person chooses; {@code token} is the mailed link's. */
    public record Acceptance(String token, String name, String password) {
        /** Neither token nor password: this text may reach a log. */
        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    /** Who waits, by name. */
    public record Waiting(List<InvitationView> items, String next) {}

    /** Who is let in no more, by name. */
    public record Former(List<AccountDetails> items, String next) {}

    /** {@code language} is the mail's; it may be missing. */
    public record Renewal(String language) {}

    @GET
    @Path("/invitations")
    @Operation(summary = "Who was invited and has not come yet, by name; 1,000 unless told, which is the most")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Waiting waiting(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = invitations.waiting(context.caller(), Asked.cursor(cursor), Asked.number("limit", limit, MOST));
        return new Waiting(some.items(), some.next());
    }

    @POST
    @Path("/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Once
    @Operation(summary = "Invite somebody by a link that is mailed; the same address again for another link")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    public Response invite(Invitation wanted) {
        context.caller().require(Permission.MANAGE_PEOPLE);
        if (wanted == null || wanted.role() == null) throw new Invalid("Send email and role.");
        var draft = new InvitationDraft(wanted.email(), wanted.role(), wanted.name(), spoken(wanted.language()));
        return Response.status(Response.Status.CREATED)
                .entity(invitations.invite(context.caller(), draft))
                .build();
    }

    @POST
    @Path("/invitations/{id}/renewal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Mail another link to somebody who was invited; the one before is void")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    public InvitationView again(@PathParam("id") String id, Renewal wanted) {
        return invitations.again(context.caller(), id, spoken(wanted == null ? null : wanted.language()));
    }

    @POST
    @Path("/invitations/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Take an invitation: choose name and password, and be signed in")
    public Response join(Acceptance chosen) {
        if (chosen == null) throw new Invalid("Send token, name and password.");
        SignedIn signedIn = invitations.join(
                context.caller(),
                chosen.token(),
                chosen.name(),
                new NewPassword(chosen.password()),
                SignInKind.API,
                context.client());
        return Response.status(Response.Status.CREATED)
                .entity(new SessionsResource.Session(signedIn.token(), signedIn.expiresAt(), signedIn.account()))
                .build();
    }

    @GET
    @Path("/agents/deactivated")
    @Operation(summary = "Who is let in no more, by name; 1,000 unless told, which is the most")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Former deactivated(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = deactivations.all(context.caller(), Asked.cursor(cursor), Asked.number("limit", limit, MOST));
        return new Former(some.items(), some.next());
    }

    @DELETE
    @Path("/agents/{id}")
    @Operation(
            summary = "Deactivate somebody: sign-ins end, open conversations go back to the queue, the name stays; or"
                    + " withdraw an invitation")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    public void deactivate(@PathParam("id") String id) {
        deactivations.deactivate(context.caller(), id);
    }

    @POST
    @Path("/agents/{id}/activation")
    @Operation(summary = "Let somebody sign in again who was deactivated")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    public void activate(@PathParam("id") String id) {
        deactivations.activate(context.caller(), id);
    }

    private static Locale spoken(String language) {
        return Languages.common(language == null ? List.of() : List.of(Locale.forLanguageTag(language)));
    }
}
