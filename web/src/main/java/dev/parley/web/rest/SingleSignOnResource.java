package dev.parley.web.rest;

import dev.parley.access.Newcomers;
import dev.parley.access.SignOnDraft;
import dev.parley.access.SignOnSettings;
import dev.parley.access.SignOnView;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's OpenID provider, for its owners, signed in themselves. A secret goes in and never comes out. */
@Path("/single-sign-on")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class SingleSignOnResource {
    @Inject
    private SignOnSettings settings;

    @Inject
    private CallerContext context;

    /** {@code secretKept}: there is a secret; {@code back}: the address that the provider has to know. Empty texts where nothing was said. */
    public record SignOn(
            String issuer,
            String clientId,
            boolean secretKept,
            List<String> domains,
            boolean on,
            boolean passwords,
            String newcomers,
            String back,
            int version) {
        static SignOn of(SignOnView view) {
            return new SignOn(
                    view.issuer(),
                    view.clientId(),
                    view.secretKept(),
                    view.domains(),
                    view.on(),
                    view.passwords(),
                    view.newcomers().wire(),
                    view.back().toString(),
                    (int) view.version());
        }
    }

    /**
     * All of it anew. Without {@code secret} the one that is there stays, unless {@code secretless} says that there is to be none; {@code
     * password} is the caller's own. With {@code version} only if nobody was quicker.
     */
    public record NewSignOn(
            String issuer,
            String clientId,
            String secret,
            Boolean secretless,
            List<String> domains,
            Boolean on,
            Boolean passwords,
            String newcomers,
            Integer version,
            String password) {
        SignOnDraft draft() {
            boolean whole = issuer != null
                    && clientId != null
                    && domains != null
                    && on != null
                    && passwords != null
                    && newcomers != null;
            if (!whole) throw new Invalid("Send issuer, clientId, domains, on, passwords and newcomers.");
            return new SignOnDraft(
                    issuer,
                    clientId,
                    secret,
                    Boolean.TRUE.equals(secretless),
                    domains,
                    on,
                    passwords,
                    Newcomers.of(newcomers),
                    version == null ? null : (long) version,
                    password);
        }

        /** Neither secret nor password: this text may reach a log. */
        @Override
        public String toString() {
            return "NewSignOn[" + clientId + "]";
        }
    }

    @GET
    @Operation(summary = "Which OpenID provider signs the company's people in")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public SignOn provider() {
        return SignOn.of(settings.get(context.caller()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Name another provider, or other rules for this one; takes one's own password again")
    public SignOn change(NewSignOn said) {
        context.caller().require(Permission.OWN_COMPANY);
        if (said == null) throw new Invalid("Send issuer, clientId, domains, on, passwords and newcomers.");
        return SignOn.of(settings.change(context.caller(), said.draft()));
    }
}
