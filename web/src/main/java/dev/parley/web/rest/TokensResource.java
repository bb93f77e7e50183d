package dev.parley.web.rest;

import dev.parley.access.ApiTokenDraft;
import dev.parley.access.ApiTokenView;
import dev.parley.access.ApiTokens;
import dev.parley.access.NewApiToken;
import dev.parley.access.Scope;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** With what the company's programs ask; administrators make and revoke it, signed in themselves. */
@Path("/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
public class TokensResource {
    private static final Duration USUAL_LIFE = Duration.ofDays(90);

    @Inject
    private ApiTokens tokens;

    @Inject
    private CallerContext context;

    @Inject
    private Clock clock;

    /** What is wanted; {@code expiresAt} is 90 days from now unless said. */
    public record Wanted(String name, List<String> scopes, String expiresAt) {}

    /** A token as it is listed. {@code token} is there only in the answer that made it. */
    public record Line(
            String id,
            String name,
            String prefix,
            List<String> scopes,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            ApiTokenView.State state,
            String token) {
        static Line of(ApiTokenView view, String token) {
            return new Line(
                    view.id(),
                    view.name(),
                    view.prefix(),
                    view.scopes().stream().map(Scope::wire).toList(),
                    view.maker(),
                    view.createdAt(),
                    view.expiresAt(),
                    view.usedAt(),
                    view.state(),
                    token);
        }

        /** Never the token: this text may reach a log. */
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /** Newest first. */
    public record Lines(List<Line> items, String next) {}

    @GET
    @Operation(
            summary =
                    "The company's API tokens, newest first; nothing of them opens a door. At most 50, all unless a limit is said")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Lines list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = Slice.of(tokens.all(context.caller()), ApiTokenView::id, cursor, limit);
        return new Lines(some.items().stream().map(view -> Line.of(view, null)).toList(), some.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make an API token; it stands in this answer and is never shown again")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    public Response make(Wanted wanted) {
        context.caller().require(Permission.MANAGE_TOKENS);
        if (wanted == null || wanted.scopes() == null) throw new Invalid("Send name and scopes.");
        NewApiToken made = tokens.create(
                context.caller(),
                new ApiTokenDraft(
                        wanted.name(),
                        Scope.set(wanted.scopes().stream().map(Scope::of).toList()),
                        life(wanted.expiresAt())));
        return Response.status(Response.Status.CREATED)
                .entity(Line.of(made.view(), made.token()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revoke an API token, at once and everywhere")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    public void revoke(@PathParam("id") String id) {
        tokens.revoke(context.caller(), id);
    }

    private Duration life(String expiresAt) {
        Instant said = Asked.moment("expiresAt", expiresAt);
        return said == null ? USUAL_LIFE : Duration.between(clock.instant(), said);
    }
}
