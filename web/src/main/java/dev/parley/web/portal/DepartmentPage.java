package dev.parley.web.portal;

import dev.parley.access.AccountDetails;
import dev.parley.access.AccountSettings;
import dev.parley.audit.AuditKind;
import dev.parley.company.DepartmentDetails;
import dev.parley.company.DepartmentDetails.Member;
import dev.parley.company.DepartmentDraft;
import dev.parley.company.DepartmentSettings;
import dev.parley.routing.DepartmentArchive;
import dev.parley.routing.DepartmentRules;
import dev.parley.routing.OverflowDraft;
import dev.parley.routing.Overflows;
import dev.parley.routing.RoutingDraft;
import dev.parley.shared.DeskException;
import dev.parley.shared.Outdated;
import dev.parley.shared.Refused;
import dev.parley.sla.TargetRules;
import dev.parley.sla.Targets;
import dev.parley.web.pages.AccountPart;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One department: its name, its people, its rules, and its end. Without an id in the address a new one. */
@Named
@ViewScoped
public class DepartmentPage extends SkilledForm {
    private static final long serialVersionUID = 1;

    @Inject
    private Administration administration;

    @Inject
    private DepartmentSettings settings;

    @Inject
    private AccountSettings accounts;

    @Inject
    private DepartmentArchive archive;

    @Inject
    private DepartmentRules rules;

    @Inject
    private Targets targets;

    @Inject
    private Overflows overflows;

    private String id;
    private String title;
    private String name;
    private boolean tagsRequired;
    private boolean archived;
    private String successor;
    private List<Ticked> people = List.of();

    private long version;
    private HashMap<String, String> seen = new HashMap<>();
    private ArrayList<String> membersSeen = new ArrayList<>();
    private final RoutingForm routing = new RoutingForm();
    private RoutingDraft rulesSeen = RoutingDraft.STANDARD;
    private final TargetForm promised = new TargetForm();
    private TargetRules targetsSeen = TargetRules.NONE;
    private final OverflowForm overflow = new OverflowForm();
    private OverflowDraft overflowSeen = OverflowDraft.NONE;

    /** Reads the department that the address names. */
    public void open() {
        DepartmentDetails now =
                id == null ? null : administration.orNoSuchPage(() -> settings.get(administration.caller(), id));
        if (id != null && now == null) return;
        Set<String> members = now == null ? Set.of() : ids(now);
        people = accounts.all(administration.caller()).stream()
                .map(a -> new Ticked(a.id(), a.name(), note(a), members.contains(a.id())))
                .collect(Collectors.toCollection(ArrayList::new));
        rulesSeen = now == null || now.archived() ? RoutingDraft.STANDARD : rules.of(administration.caller(), id);
        routing.fill(rulesSeen);
        show(rulesSeen.skills());
        targetsSeen = now == null || now.archived() ? TargetRules.NONE : targets.of(administration.caller(), id);
        promised.fill(targetsSeen, administration.words());
        overflowSeen = now == null || now.archived() ? OverflowDraft.NONE : overflows.of(administration.caller(), id);
        overflow.fill(overflowSeen);
        if (now == null) return;
        see(now);
        name = now.name();
        tagsRequired = now.tagsRequired();
        archived = now.archived();
    }

    private String note(AccountDetails a) {
        return a.title() == null ? AccountPart.roleName(a.role(), administration.words()) : a.title();
    }

    private void see(DepartmentDetails now) {
        version = now.version();
        title = now.name();
        seen = new HashMap<>(fields(now));
        membersSeen = new ArrayList<>(ids(now));
    }

    private static Set<String> ids(DepartmentDetails d) {
        return d.members().stream().map(Member::id).collect(Collectors.toSet());
    }

    /** Writes it, or says beside what is typed why not. */
    public void save() {
        touched();
        if (name == null) {
            administration.complain("form.nameMissing");
            return;
        }
        RoutingDraft its = routing.draft(administration, skills(administration));
        TargetRules times = promised.rules(administration);
        OverflowDraft onward = overflow.draft(administration);
        if (its == null || times == null || onward == null) return;
        try {
            if (isRouted() && id != null && othersWereQuicker()) throw new Outdated();
            String saved = id == null
                    ? settings.create(administration.caller(), draft(null)).id()
                    : settings.change(administration.caller(), id, draft(version))
                            .id();
            if (isRouted() && !its.equals(rulesSeen))
                rules.change(administration.caller(), saved, its, id == null ? null : rulesSeen);
            if (isRouted() && !times.equals(targetsSeen))
                targets.change(administration.caller(), saved, times, id == null ? null : targetsSeen);
            if (isRouted() && !onward.equals(overflowSeen))
                overflows.change(administration.caller(), saved, onward, id == null ? null : overflowSeen);
            administration.lead("/portal/department?id=" + saved + "&saved=1");
        } catch (Outdated e) {
            giveWay();
        } catch (Refused e) {
            administration.complain("department.nameTaken", name);
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    private boolean othersWereQuicker() {
        return !rules.of(administration.caller(), id).equals(rulesSeen)
                || !targets.of(administration.caller(), id).equals(targetsSeen)
                || !overflows.of(administration.caller(), id).equals(overflowSeen);
    }

    private DepartmentDraft draft(Long read) {
        return new DepartmentDraft(name, tagsRequired, List.copyOf(ticked()), read);
    }

    private Set<String> ticked() {
        return people.stream().filter(Ticked::isOn).map(Ticked::getId).collect(Collectors.toSet());
    }

    /** What was not touched here becomes theirs; what was stays, and saving again replaces theirs. */
    private void giveWay() {
        DepartmentDetails now = settings.get(administration.caller(), id);
        if (Objects.equals(name, title)) name = now.name();
        Set<String> before = Set.copyOf(membersSeen);
        Set<String> after = ids(now);
        for (Ticked person : people) {
            boolean untouched = person.isOn() == before.contains(person.getId());
            if (untouched) person.setOn(after.contains(person.getId()));
        }
        if (String.valueOf(tagsRequired).equals(seen.get("tagsRequired"))) tagsRequired = now.tagsRequired();
        archived = now.archived();
        RoutingDraft theirs = isRouted() ? rules.of(administration.caller(), id) : rulesSeen;
        routing.giveWay(rulesSeen, theirs);
        if (rulesSeen.skills().equals(skills(administration))) show(theirs.skills());
        var words = administration.words();
        Map<String, String> was = said(seen);
        Map<String, String> is = said(fields(now));
        was.putAll(RoutingForm.said(rulesSeen, words));
        is.putAll(RoutingForm.said(theirs, words));
        rulesSeen = theirs;
        TargetRules theirTargets = isRouted() ? targets.of(administration.caller(), id) : targetsSeen;
        promised.giveWay(targetsSeen, theirTargets);
        was.putAll(TargetForm.said(targetsSeen, words));
        is.putAll(TargetForm.said(theirTargets, words));
        targetsSeen = theirTargets;
        OverflowDraft theirOverflow = isRouted() ? overflows.of(administration.caller(), id) : overflowSeen;
        overflow.giveWay(overflowSeen, theirOverflow);
        was.putAll(OverflowForm.said(overflowSeen, words, this::nameOf));
        is.putAll(OverflowForm.said(theirOverflow, words, this::nameOf));
        overflowSeen = theirOverflow;
        overtaken(administration.lastChange(AuditKind.DEPARTMENT, id), TheirChange.between(was, is));
        see(now);
    }

    /** Whether it takes conversations, so that it matters how. */
    public boolean isRouted() {
        return !archived;
    }

    /** What is promised, by priority. */
    public TargetForm getPromised() {
        return promised;
    }

    private String nameOf(String department) {
        return settings.all(administration.caller()).stream()
                .filter(d -> d.id().equals(department))
                .map(DepartmentDetails::name)
                .findFirst()
                .orElse(department);
    }

    /** What goes on to another department, and when. */
    public OverflowForm getOverflow() {
        return overflow;
    }

    public RoutingForm getRouting() {
        return routing;
    }

    /** The strategies to choose from. */
    public List<AuditPage.Choice> getStrategies() {
        return RoutingForm.strategies(administration.words());
    }

    private static Map<String, String> fields(DepartmentDetails d) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", d.name());
        fields.put("tagsRequired", String.valueOf(d.tagsRequired()));
        fields.put("archived", String.valueOf(d.archived()));
        fields.put("members", d.members().stream().map(Member::name).collect(Collectors.joining(", ")));
        return fields;
    }

    private Map<String, String> said(Map<String, String> fields) {
        var words = administration.words();
        Map<String, String> said = new LinkedHashMap<>();
        said.put(words.say("audit.field.name"), fields.get("name"));
        said.put(words.say("audit.field.tagsRequired"), yesNo(fields.get("tagsRequired")));
        said.put(words.say("audit.field.archived"), yesNo(fields.get("archived")));
        said.put(words.say("audit.field.members"), fields.get("members"));
        return said;
    }

    private String yesNo(String truth) {
        return administration.words().say("true".equals(truth) ? "audit.yes" : "audit.no");
    }

    /** Ends it: what waits moves to the chosen one. */
    public void archive() {
        if (successor == null) {
            administration.complain("department.chooseSuccessor");
            return;
        }
        try {
            var done = archive.archive(administration.caller(), id, successor);
            administration.lead("/portal/department?id=" + id + "&moved=" + done.moved() + "&saved=1");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    public void restore() {
        try {
            settings.restore(administration.caller(), id);
            administration.lead("/portal/department?id=" + id + "&saved=1");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** Where its conversations could go. */
    public List<Ticked> getSuccessors() {
        return settings.all(administration.caller()).stream()
                .filter(d -> !d.archived() && !d.id().equals(id))
                .map(d -> new Ticked(d.id(), d.name(), "", false))
                .toList();
    }

    public boolean isKnown() {
        return id != null;
    }

    public boolean isArchived() {
        return archived;
    }

    /** As it was called when the page was opened, or null for a new one. */
    public String getTitle() {
        return title;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isTagsRequired() {
        return tagsRequired;
    }

    public void setTagsRequired(boolean tagsRequired) {
        this.tagsRequired = tagsRequired;
    }

    public String getSuccessor() {
        return successor;
    }

    public void setSuccessor(String successor) {
        this.successor = successor;
    }

    public List<Ticked> getPeople() {
        return people;
    }
}
