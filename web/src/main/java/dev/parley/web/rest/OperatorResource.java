package dev.parley.web.rest;

import dev.parley.access.OwnerInvitation;
import dev.parley.company.Companies;
import dev.parley.company.CompanyStanding;
import dev.parley.company.CompanyView;
import dev.parley.company.Suspensions;
import dev.parley.operator.CompanyExports;
import dev.parley.operator.InvitedBy;
import dev.parley.operator.NewCompanies;
import dev.parley.operator.NewCompany;
import dev.parley.setup.SetUpDraft;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What whoever runs the installation does with its companies. The operator's token opens these routes, and these only. */
@Path("/operator/companies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operator")
@SecurityRequirement(name = ParleyApi.OPERATOR)
public class OperatorResource {
    private static final String ZIP = "application/zip";

    @Inject
    private NewCompanies newCompanies;

    @Inject
    private Companies companies;

    @Inject
    private Suspensions suspensions;

    @Inject
    private CompanyExports exports;

    @Inject
    private CallerContext context;

    /** Whose company it is; {@code name} may be missing. */
    public record Owner(String email, String name) {}

    /**
     * A company to make. {@code siteKey} is its first site's; {@code siteName} is the company's unless said, {@code department} Support,
     * {@code language} en, {@code timeZone} UTC. {@code invite} is {@code mail} or {@code link}: mail, where mail is set up.
     */
    public record Founding(
            String name,
            String siteKey,
            String siteName,
            String department,
            Owner owner,
            String language,
            String timeZone,
            String invite) {
        SetUpDraft draft() {
            String email = owner == null ? null : owner.email();
            String called = owner == null || Asked.absent(owner.name()) ? beforeAt(email) : owner.name();
            return new SetUpDraft(
                    name,
                    or(department, "Support"),
                    siteKey,
                    siteName,
                    called,
                    email,
                    null,
                    or(language, "en"),
                    or(timeZone, "UTC"));
        }

        private static String or(String said, String otherwise) {
            return Asked.absent(said) ? otherwise : said;
        }

        /** An address that is none is refused as such, not for the name made of it. */
        private static String beforeAt(String email) {
            String name = email == null ? "" : email.split("@", 2)[0];
            return name.isBlank() ? "Owner" : name.substring(0, Math.min(name.length(), 120));
        }
    }

    /** How the owner comes: {@code by} mail, or by the {@code link} that stands here and is the operator's to pass on. */
    public record Invitation(String email, String by, String link, Instant expiresAt) {
        static Invitation of(OwnerInvitation i) {
            InvitedBy by = i.link() == null ? InvitedBy.MAIL : InvitedBy.LINK;
            return new Invitation(
                    i.email(), by.wire(), i.link() == null ? null : i.link().toString(), i.expiresAt());
        }

        /** Never the link: this text may reach a log. */
        @Override
        public String toString() {
            return "Invitation";
        }
    }

    /** A company that waits for its owner. */
    public record Founded(String id, String name, Invitation invitation) {
        static Founded of(NewCompany made) {
            return new Founded(made.company().publicId(), made.company().name(), Invitation.of(made.owner()));
        }
    }

    /** How an owner is invited again: {@code mail} or {@code link}; may be missing. */
    public record Again(String invite) {}

    /** Why nobody is let in any more; the company's people are told. */
    public record Suspension(String reason) {}

    /** A company; {@code suspendedAt} and {@code suspendedReason} are missing where its people are let in. */
    public record Company(
            String id,
            String name,
            Instant createdAt,
            List<String> sites,
            int people,
            Instant suspendedAt,
            String suspendedReason) {
        static Company of(CompanyStanding c) {
            return new Company(
                    c.id(),
                    c.name(),
                    c.createdAt(),
                    c.sites(),
                    Math.toIntExact(c.people()),
                    c.suspendedAt(),
                    c.suspendedReason());
        }
    }

    /** Oldest first. */
    public record All(List<Company> items, String next) {}

    @GET
    @Operation(summary = "All companies of the installation, oldest first")
    public All all(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        Companies.Page page = companies.page(operator(), Asked.id("cursor", cursor), Asked.number("limit", limit, 50));
        return new All(page.items().stream().map(Company::of).toList(), page.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a company with its first department and site, and invite its owner")
    public Response create(Founding wanted) {
        Caller operator = operator();
        if (wanted == null) throw new Invalid("Send name, siteKey and owner with an email.");
        NewCompany made = newCompanies.create(operator, wanted.draft(), by(wanted.invite()));
        return Response.status(Response.Status.CREATED).entity(Founded.of(made)).build();
    }

    @POST
    @Path("/{id}/invitation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invite the owner again who has not come yet; the link before is void")
    public Founded again(@PathParam("id") String id, Again wanted) {
        return Founded.of(newCompanies.inviteAgain(operator(), id, by(wanted == null ? null : wanted.invite())));
    }

    @POST
    @Path("/{id}/suspend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Let nobody of the company in, until it is resumed; nothing is deleted")
    public Company suspend(@PathParam("id") String id, Suspension said) {
        return Company.of(suspensions.suspend(operator(), id, said == null ? null : said.reason()));
    }

    @POST
    @Path("/{id}/resume")
    @Operation(summary = "Let the company's people and visitors in again")
    public Company resume(@PathParam("id") String id) {
        return Company.of(suspensions.resume(operator(), id));
    }

    @GET
    @Path("/{id}/export")
    @Produces(ZIP)
    @Operation(
            summary =
                    "All that is the company's but secrets, as a ZIP of JSON lines and files; the manifest comes last")
    public Response export(@PathParam("id") String id) {
        Caller operator = operator();
        CompanyView company = exports.begin(operator, id);
        StreamingOutput archive = out -> exports.write(operator, company, out);
        return Response.ok(archive, ZIP)
                .header("Content-Disposition", "attachment; filename=\"company-" + company.publicId() + ".zip\"")
                .build();
    }

    private Caller operator() {
        return context.caller().requireOperator();
    }

    private InvitedBy by(String wire) {
        return Asked.absent(wire) ? newCompanies.usual() : InvitedBy.of(wire);
    }
}
