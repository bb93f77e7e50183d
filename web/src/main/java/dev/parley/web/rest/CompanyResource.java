package dev.parley.web.rest;

import dev.parley.company.ContactView;
import dev.parley.company.Contacts;
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

/** The company itself, for its administrators. */
@Path("/company")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class CompanyResource {
    @Inject
    private Contacts contacts;

    @Inject
    private CallerContext context;

    /** {@code version} grows with every change; sent back with a change, it is refused where somebody else was quicker. */
    public record Company(String name, List<LocationLine> locations, Integer version) {
        static Company of(ContactView view) {
            return new Company(
                    view.name(), view.locations().stream().map(LocationLine::of).toList(), (int) view.version());
        }
    }

    @GET
    @Operation(summary = "The company's name and contact details")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Company company() {
        return Company.of(contacts.get(context.caller()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write the name and all contact details anew; 409 if somebody changed them since version")
    public Company write(Company said) {
        context.caller().require(Permission.EDIT_COMPANY);
        if (said == null || said.locations() == null) throw new Invalid("Send name and locations.");
        return Company.of(contacts.replace(
                context.caller(),
                new ContactView(
                        said.name(),
                        said.locations().stream().map(LocationLine::view).toList(),
                        said.version() == null ? -1 : said.version())));
    }
}
