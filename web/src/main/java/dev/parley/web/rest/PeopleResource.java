package dev.parley.web.rest;

import dev.parley.access.AccountDraft;
import dev.parley.agent.People;
import dev.parley.agent.PersonDraft;
import dev.parley.agent.PersonView;
import dev.parley.company.DepartmentDetails;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One colleague, for administrators. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class PeopleResource {
    @Inject
    private People people;

    @Inject
    private CallerContext context;

    /** {@code departments} are ids; {@code languages} are tags of those the person answers in; {@code photo} is where it is, on this origin. */
    public record Person(
            String id,
            String name,
            String email,
            String title,
            String role,
            List<String> languages,
            List<String> departments,
            String status,
            String reason,
            boolean connected,
            int capacity,
            String photo,
            Integer version) {
        static Person of(PersonView view) {
            var account = view.account();
            var presence = view.presence();
            return new Person(
                    account.id(),
                    account.name(),
                    account.email(),
                    account.title(),
                    account.role().wire(),
                    account.languages(),
                    view.departments().stream().map(DepartmentDetails::id).toList(),
                    presence.status().wire(),
                    presence.reason(),
                    presence.connected(),
                    presence.capacity(),
                    account.portrait(),
                    (int) account.version());
        }
    }

    /** What is missing stays as it is; an empty title is none. With {@code version} only if nobody was quicker. */
    public record NewPerson(
            String name,
            String title,
            String role,
            List<String> languages,
            List<String> departments,
            Integer capacity,
            Integer version) {}

    @GET
    @Path("/agents/{id}")
    @Operation(summary = "A colleague with everything an administrator may change")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Person person(@PathParam("id") String id) {
        return Person.of(people.get(context.caller(), id));
    }

    @PUT
    @Path("/agents/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change a colleague's name, title, role, languages, departments, or conversations at once")
    public Person change(@PathParam("id") String id, NewPerson said) {
        context.caller().require(Permission.MANAGE_PEOPLE);
        if (said == null) throw new Invalid("Say what to change.");
        var account = new AccountDraft(
                said.name(),
                said.title(),
                said.languages(),
                said.role(),
                said.version() == null ? null : (long) said.version());
        return Person.of(
                people.change(context.caller(), id, new PersonDraft(account, said.departments(), said.capacity())));
    }
}
