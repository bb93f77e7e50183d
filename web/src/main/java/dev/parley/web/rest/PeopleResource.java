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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's colleagues, for administrators. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class PeopleResource {
    private static final int PAGE = 100;

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

    /** By name. */
    public record PersonList(List<Person> items, String next) {}

    /**
     * What is missing stays as it is; an empty title is none. With {@code version} only if nobody was quicker. {@code id} says who it is where
     * the address does not.
     */
    public record NewPerson(
            String id,
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

    @GET
    @Path("/people")
    @Operation(
            summary = "All active colleagues with everything an administrator may change, also those who answer nobody,"
                    + " by name; 100 unless told, at most 1,000")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public PersonList all(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var some = people.page(context.caller(), Asked.cursor(cursor), Asked.number("limit", limit, PAGE));
        return new PersonList(some.items().stream().map(Person::of).toList(), some.next());
    }

    @PUT
    @Path("/agents")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the colleague whom id names, as PUT /agents/{id} does")
    public Person change(NewPerson said) {
        context.caller().require(Permission.MANAGE_PEOPLE);
        if (said == null || said.id() == null) throw new Invalid("Send id and what to change.");
        return write(said.id(), said);
    }

    @PUT
    @Path("/agents/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a colleague's name, title, role, languages, departments, or conversations at once;"
                    + " skills and photo have routes of their own")
    public Person change(@PathParam("id") String id, NewPerson said) {
        context.caller().require(Permission.MANAGE_PEOPLE);
        if (said == null) throw new Invalid("Say what to change.");
        if (said.id() != null && !said.id().equals(id))
            throw new Invalid("The id is another one's than the address's.");
        return write(id, said);
    }

    private Person write(String id, NewPerson said) {
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
