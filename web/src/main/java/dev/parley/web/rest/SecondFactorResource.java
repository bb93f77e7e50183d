package dev.parley.web.rest;

import dev.parley.access.Enrolment;
import dev.parley.access.SecondFactorView;
import dev.parley.access.SecondFactors;
import dev.parley.shared.Invalid;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The codes that one's own account asks for besides the password. */
@Path("/account/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class SecondFactorResource {
    @Inject
    private SecondFactors factors;

    @Inject
    private CallerContext context;

    /** The password, asked again. */
    public record Confirmation(String password) {
        /** Never the password: this text may reach a log. */
        @Override
        public String toString() {
            return "Confirmation";
        }
    }

    /** What the authenticator app shows. */
    public record FirstCode(String code) {}

    /** Each is good once; nobody can read them again. */
    public record RecoveryCodes(List<String> recoveryCodes) {
        /** Never the codes: this text may reach a log. */
        @Override
        public String toString() {
            return "RecoveryCodes";
        }
    }

    @GET
    @Operation(summary = "Whether one's own account asks for a code besides the password")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public SecondFactorView state() {
        return factors.state(context.caller());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "A secret for an authenticator app; nothing is asked for before its first code came, within ten minutes")
    public Response prepare(Confirmation again) {
        Enrolment made = factors.prepare(context.caller(), password(again));
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @POST
    @Path("/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Switch it on by the app's first code; answers the recovery codes, once")
    public RecoveryCodes switchOn(FirstCode first) {
        return new RecoveryCodes(factors.switchOn(context.caller(), first == null ? null : first.code()));
    }

    @POST
    @Path("/recovery-codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ten other recovery codes; those before end")
    public RecoveryCodes renewCodes(Confirmation again) {
        return new RecoveryCodes(factors.renewCodes(context.caller(), password(again)));
    }

    @POST
    @Path("/removal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Switch it off")
    public void switchOff(Confirmation again) {
        factors.switchOff(context.caller(), password(again));
    }

    private String password(Confirmation again) {
        context.caller().requireStaff();
        if (again == null) throw new Invalid("Send the password again.");
        return again.password();
    }
}
