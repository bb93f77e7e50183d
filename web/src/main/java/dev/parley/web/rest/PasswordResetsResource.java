package dev.parley.web.rest;

import dev.parley.access.NewPassword;
import dev.parley.access.PasswordResets;
import dev.parley.shared.Invalid;
import dev.parley.web.language.Languages;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A forgotten password. */
@Path("/password-resets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
public class PasswordResetsResource {
    @Inject
    private PasswordResets resets;

    @Inject
    private CallerContext context;

    @Context
    private HttpHeaders headers;

    /** Whose password is forgotten. */
    public record Wish(String email) {}

    /** {@code token} is the mailed link's. */
    public record Choice(String token, String newPassword) {
        /** Neither token nor password: this text may reach a log. */
        @Override
        public String toString() {
            return "Choice";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Have a link mailed that is good once and for 30 minutes; the same answer whoever has the address")
    public Response request(Wish wish) {
        if (wish == null) throw new Invalid("Send email.");
        resets.request(
                context.caller(), wish.email(), Languages.common(headers.getAcceptableLanguages()), context.client());
        return Response.accepted().build();
    }

    @POST
    @Path("/choice")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose another password by the mailed link; all sign-ins end")
    public void choose(Choice choice) {
        if (choice == null) throw new Invalid("Send token and newPassword.");
        resets.choose(context.caller(), choice.token(), new NewPassword(choice.newPassword()));
    }
}
