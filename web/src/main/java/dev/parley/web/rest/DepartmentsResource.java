package dev.parley.web.rest;

import dev.parley.company.Availability;
import dev.parley.company.DepartmentDetails;
import dev.parley.company.DepartmentDraft;
import dev.parley.company.DepartmentSettings;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.routing.DepartmentArchive;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Page;
import dev.parley.shared.Permission;
import dev.parley.web.rest.filter.Once;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The company's departments: colleagues see them, administrators change them. */
@Path("/departments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Departments")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class DepartmentsResource {
    @Inject
    private Departments departments;

    @Inject
    private DepartmentSettings settings;

    @Inject
    private DepartmentArchive archive;

    @Inject
    private Availability availability;

    @Inject
    private CallerContext context;

    /**
     * {@code open}: somebody of it is available now; {@code tagsRequired}: its conversations are tagged before they are closed. The rest is
     * for administrators: {@code members} are ids, {@code archived} ones take nothing new.
     */
    public record DepartmentLine(
            String id,
            String name,
            boolean open,
            boolean tagsRequired,
            Boolean archived,
            List<String> members,
            Integer version) {
        static DepartmentLine of(DepartmentView d, Set<Long> open) {
            return new DepartmentLine(
                    d.publicId(), d.name(), open.contains(d.id()), d.tagsRequired(), null, null, null);
        }

        static DepartmentLine of(DepartmentDetails d, Set<String> open) {
            return new DepartmentLine(
                    d.id(),
                    d.name(),
                    open.contains(d.id()),
                    d.tagsRequired(),
                    d.archived(),
                    d.members().stream().map(DepartmentDetails.Member::id).toList(),
                    (int) d.version());
        }
    }

    /** In the company's order. */
    public record DepartmentList(List<DepartmentLine> items, String next) {}

    /** What an administrator changes; what is missing stays as it is. With {@code version} only if nobody was quicker. */
    public record NewDepartment(String name, Boolean tagsRequired, List<String> members, Integer version) {
        DepartmentDraft draft() {
            return new DepartmentDraft(name, tagsRequired, members, version == null ? null : (long) version);
        }
    }

    /** Ids in the order wanted. */
    public record NewOrder(List<String> order) {}

    /** The id of the department to which everything goes. */
    public record Successor(String moveTo) {}

    /** {@code moved}: how many conversations wait in the successor now. */
    public record Archived(DepartmentLine department, int moved) {}

    @GET
    @Operation(
            summary =
                    "The company's departments, and whether somebody is there; administrators see the archived ones too."
                            + " At most 200, all unless a limit is said")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public DepartmentList departments(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        Caller.Staff me = context.caller()
                .requireAny(
                        Permission.SEE_COLLEAGUES,
                        Permission.EDIT_DEPARTMENTS,
                        Permission.EDIT_SITES,
                        Permission.MANAGE_PEOPLE);
        if (me.role().may(Permission.EDIT_DEPARTMENTS))
            return list(Slice.of(settings.all(me), DepartmentDetails::id, cursor, limit));
        Set<Long> open = availability.staffedDepartments(me.companyId());
        var some = Slice.of(departments.of(me.companyId()), DepartmentView::publicId, cursor, limit);
        return new DepartmentList(
                some.items().stream().map(d -> DepartmentLine.of(d, open)).toList(), some.next());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Once
    @Operation(summary = "Make a department; at most 200")
    public Response create(NewDepartment said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null) throw new Invalid("Send a name.");
        return Response.status(Response.Status.CREATED)
                .entity(line(settings.create(context.caller(), said.draft())))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put the departments into an order")
    public DepartmentList order(NewOrder said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null || said.order() == null) throw new Invalid("Send the order.");
        return list(new Page<>(settings.order(context.caller(), said.order()), null));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Rename a department, set its people, say whether conversations are tagged before they are closed")
    public DepartmentLine change(@PathParam("id") String id, NewDepartment said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null) throw new Invalid("Say what to change.");
        return line(settings.change(context.caller(), id, said.draft()));
    }

    @POST
    @Path("/{id}/archive")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Archive a department: what waits in it moves to another, and what would come too")
    public Archived archive(@PathParam("id") String id, Successor said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null || said.moveTo() == null) throw new Invalid("Say moveTo: another department.");
        var archived = archive.archive(context.caller(), id, said.moveTo());
        return new Archived(line(archived.department()), archived.moved());
    }

    @POST
    @Path("/{id}/restore")
    @Operation(summary = "Take an archived department up again")
    public DepartmentLine restore(@PathParam("id") String id) {
        return line(settings.restore(context.caller(), id));
    }

    private DepartmentLine line(DepartmentDetails details) {
        return DepartmentLine.of(details, open());
    }

    private DepartmentList list(Page<DepartmentDetails> some) {
        Set<String> open = open();
        return new DepartmentList(
                some.items().stream().map(d -> DepartmentLine.of(d, open)).toList(), some.next());
    }

    private Set<String> open() {
        long company = context.caller().requireStaff().companyId();
        return departments.open(company, availability.staffedDepartments(company));
    }
}
