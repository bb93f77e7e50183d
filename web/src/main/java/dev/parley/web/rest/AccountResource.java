package dev.parley.web.rest;

import dev.parley.access.AccountView;
import dev.parley.access.Accounts;
import dev.parley.access.NewPassword;
import dev.parley.shared.Invalid;
import dev.parley.web.language.Languages;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own account. */
@Path("/account")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class AccountResource {
    @Inject
    private Accounts accounts;

    @Inject
    private CallerContext context;

    /** The language that the pages shall speak, a BCP 47 tag; null or missing: the browser's. */
    public record NewLanguage(String language) {}

    /** Another password; {@code password} is the one until now. */
    public record PasswordChange(String password, String newPassword) {
        /** Never the passwords: this text may reach a log. */
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    @PUT
    @Path("/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change one's own password; one's other sign-ins end")
    public void changePassword(PasswordChange change) {
        context.caller().requireStaff();
        if (change == null) throw new Invalid("Send password and newPassword.");
        accounts.changePassword(context.caller(), change.password(), new NewPassword(change.newPassword()));
    }

    @GET
    @Operation(summary = "One's own account")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public AccountView own() {
        return accounts.own(context.caller());
    }

    @PUT
    @Path("/language")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Choose the language of console and portal; null for the browser's")
    public AccountView speak(NewLanguage wanted) {
        context.caller().requireStaff();
        if (wanted == null) throw new Invalid("Say which language.");
        String language = wanted.language();
        if (language != null
                && Languages.spoken(Locale.forLanguageTag(language)).isEmpty()) {
            throw new Invalid("The pages speak " + Languages.names() + ".");
        }
        return accounts.speak(context.caller(), language);
    }
}
