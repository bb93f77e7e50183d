package dev.parley.web.rest;

import dev.parley.access.AccountView;
import dev.parley.access.SignInKind;
import dev.parley.access.SignInView;
import dev.parley.access.SignIns;
import dev.parley.access.SignedIn;
import dev.parley.access.SocketToken;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Unauthorized;
import dev.parley.web.security.CallerContext;
import dev.parley.web.security.CsrfTokens;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signing in by the API, and the list of one's own sign-ins. */
@Path("/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
public class SessionsResource {
    private static final int MOST = 200;

    @Inject
    private SignIns signIns;

    @Inject
    private CallerContext context;

    @Inject
    private CsrfTokens csrf;

    @Context
    private HttpServletRequest request;

    /** What somebody signs in with; {@code code} is for those with a second factor: the app's, or one for recovery. */
    public record Credentials(String email, String password, String code) {}

    /** Signed in; the token is sent as a bearer from now on. */
    public record Session(String token, Instant expiresAt, AccountView account) {}

    /** The bearer of a signed-in page. */
    public record Bearer(String token, Instant expiresAt) {}

    /** A page of one's own sign-ins. */
    public record Sessions(List<SignInView> items, String next) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in")
    public Response signIn(Credentials credentials) {
        if (credentials == null) throw new Invalid("Send e-mail and password.");
        SignedIn signedIn = signIns.signIn(
                context.caller(),
                credentials.email(),
                credentials.password(),
                credentials.code(),
                SignInKind.API,
                context.client());
        return Response.status(Response.Status.CREATED)
                .entity(new Session(signedIn.token(), signedIn.expiresAt(), signedIn.account()))
                .build();
    }

    @POST
    @Path("/socket")
    @Operation(summary = "A bearer for the sockets and the script of a signed-in page, 15 minutes")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Response openSocketToken(@HeaderParam("X-Parley-CSRF") String token) {
        SignedIn page = context.page().orElseThrow(() -> new Unauthorized("Only a signed-in page may ask for this."));
        if (request.getHeader("Authorization") != null) throw new Forbidden("Only a signed-in page may ask for this.");
        boolean foreign = request.getHeader("Sec-Fetch-Site") != null
                && !"same-origin".equals(request.getHeader("Sec-Fetch-Site"));
        if (foreign || !csrf.matches(page, token))
            throw new Forbidden("The page's token is missing or is not its own.");
        SocketToken opened = signIns.openSocketToken(page.caller(), context.client());
        return Response.status(Response.Status.CREATED)
                .entity(new Bearer(opened.token(), opened.expiresAt()))
                .build();
    }

    @GET
    @Operation(summary = "One's own sign-ins that are alive, newest first; 200 unless told, which is the most")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Sessions own(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = signIns.own(context.caller(), Asked.cursor(cursor), Asked.number("limit", limit, MOST));
        return new Sessions(some.items(), some.next());
    }

    @DELETE
    @Path("/current")
    @Operation(summary = "Sign out")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    public void signOut() {
        signIns.signOut(context.caller());
    }

    @DELETE
    @Operation(summary = "End all of one's own sign-ins but the one that asks")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    public void signOutOthers() {
        signIns.signOutOthers(context.caller());
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "End another of one's own sign-ins")
    @SecurityRequirement(name = ParleyApi.COLLEAGUE)
    public void revoke(@PathParam("id") String id) {
        signIns.revoke(context.caller(), id);
    }
}
