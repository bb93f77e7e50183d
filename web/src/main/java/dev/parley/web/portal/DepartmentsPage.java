package dev.parley.web.portal;

import dev.parley.company.Availability;
import dev.parley.company.DepartmentDetails;
import dev.parley.company.DepartmentSettings;
import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.routing.Queues;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Permission;
import dev.parley.web.pages.AccountPart;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The company's departments in its order, and those that it gave up. */
@Named
@RequestScoped
public class DepartmentsPage {
    private static final int FACES = 4;

    @Inject
    private Administration administration;

    @Inject
    private DepartmentSettings settings;

    @Inject
    private Departments departments;

    @Inject
    private Availability availability;

    @Inject
    private Queues queues;

    private List<Line> lines;

    /** A department in the table. */
    public record Line(
            String id,
            String name,
            List<Face> faces,
            int people,
            int waiting,
            boolean open,
            boolean standard,
            boolean first,
            boolean last) {
        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public List<Face> getFaces() {
            return faces;
        }

        public int getPeople() {
            return people;
        }

        public int getWaiting() {
            return waiting;
        }

        public boolean isOpen() {
            return open;
        }

        /** Whether a site's conversations come here that name no department. */
        public boolean isStandard() {
            return standard;
        }

        public boolean isFirst() {
            return first;
        }

        public boolean isLast() {
            return last;
        }
    }

    public List<Line> getLines() {
        if (lines == null) lines = read();
        return lines;
    }

    private List<Line> read() {
        Caller.Staff me = administration.caller().require(Permission.EDIT_DEPARTMENTS);
        Set<Long> open = availability.staffedDepartments(me.companyId());
        Map<String, DepartmentView> keys = departments.of(me.companyId()).stream()
                .collect(Collectors.toMap(DepartmentView::publicId, Function.identity()));
        List<DepartmentDetails> active = active();
        List<Line> read = new ArrayList<>();
        for (DepartmentDetails d : active) {
            DepartmentView view = keys.get(d.id());
            read.add(new Line(
                    d.id(),
                    d.name(),
                    d.members().stream()
                            .limit(FACES)
                            .map(m -> new Face(m.name(), AccountPart.initials(m.name())))
                            .toList(),
                    d.members().size(),
                    view == null ? 0 : queues.places(me.companyId(), view.id()).size(),
                    view != null && open.contains(view.id()),
                    d.standard() > 0,
                    read.isEmpty(),
                    read.size() == active.size() - 1));
        }
        return List.copyOf(read);
    }

    private List<DepartmentDetails> active() {
        return settings.all(administration.caller()).stream()
                .filter(d -> !d.archived())
                .toList();
    }

    /** Those that take nothing new. */
    public List<Line> getArchived() {
        return settings.all(administration.caller()).stream()
                .filter(DepartmentDetails::archived)
                .map(d -> new Line(d.id(), d.name(), List.of(), d.members().size(), 0, false, false, false, false))
                .toList();
    }

    public void up(String id) {
        move(id, -1);
    }

    public void down(String id) {
        move(id, 1);
    }

    private void move(String id, int by) {
        List<String> order =
                active().stream().map(DepartmentDetails::id).collect(Collectors.toCollection(ArrayList::new));
        int from = order.indexOf(id);
        int to = from + by;
        if (from < 0 || to < 0 || to >= order.size()) return;
        Collections.swap(order, from, to);
        lines = null;
        act(() -> settings.order(administration.caller(), order));
    }

    public void restore(String id) {
        act(() -> settings.restore(administration.caller(), id));
    }

    private void act(Runnable change) {
        try {
            change.run();
            administration.lead("/portal/departments?saved=1");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }
}
