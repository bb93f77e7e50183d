package dev.parley.web.portal;

import dev.parley.access.AccountDraft;
import dev.parley.access.AccountSettings;
import dev.parley.access.Portraits;
import dev.parley.agent.People;
import dev.parley.agent.PersonDraft;
import dev.parley.agent.PersonView;
import dev.parley.audit.AuditKind;
import dev.parley.company.DepartmentDetails;
import dev.parley.company.DepartmentSettings;
import dev.parley.routing.SkillSet;
import dev.parley.routing.Skills;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Outdated;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import dev.parley.web.pages.AccountPart;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One colleague: who it is, what the role is, where and how much. Without an id in the address the one who asks. */
@Named
@ViewScoped
public class PersonPage extends SkilledForm {
    private static final long serialVersionUID = 1;

    @Inject
    private Administration administration;

    @Inject
    private People people;

    @Inject
    private AccountSettings accounts;

    @Inject
    private Portraits portraits;

    @Inject
    private DepartmentSettings settings;

    @Inject
    private Skills skills;

    private final PictureField photo = new PictureField();
    private String id;
    private String email;
    private String heading;
    private String portrait;
    private String state;
    private String presence;
    private String name;
    private String title;
    private String role;
    private String languages;
    private String capacity;
    private HeldRole held;
    private boolean above;
    private boolean answers;
    private List<Ticked> departments = List.of();
    private HashMap<String, String> seen = new HashMap<>();
    private SkillSet skillsSeen = SkillSet.NONE;

    /** Reads the colleague that the address names. */
    public void open() {
        Caller.Staff me = administration.caller().require(Permission.MANAGE_PEOPLE);
        if (id == null) id = me.publicId();
        PersonView now = administration.orNoSuchPage(() -> people.get(me, id));
        if (now == null) return;
        fill(now);
        seen = new HashMap<>(fields(now));
        skillsSeen = skillsNow();
        show(skillsSeen);
    }

    private SkillSet skillsNow() {
        return answers ? skills.of(administration.caller(), id) : SkillSet.NONE;
    }

    private void fill(PersonView now) {
        Set<String> own = now.departments().stream().map(DepartmentDetails::id).collect(Collectors.toSet());
        departments = settings.all(administration.caller()).stream()
                .filter(d -> !d.archived())
                .map(d -> new Ticked(d.id(), d.name(), "", own.contains(d.id())))
                .collect(Collectors.toCollection(ArrayList::new));
        Map<String, String> fields = fields(now);
        name = fields.get("name");
        title = fields.get("title");
        role = fields.get("role");
        languages = fields.get("languages");
        capacity = fields.get("capacity");
        show(now);
    }

    /** What is not edited here. */
    private void show(PersonView now) {
        var account = now.account();
        email = account.email();
        heading = account.name();
        portrait = account.portrait();
        presence = PeoplePage.style(now.presence().status());
        state = administration.words().say(PeoplePage.state(now));
        answers = account.role().may(Permission.ANSWER_CONVERSATIONS);
        above = account.role().above(administration.caller().requireStaff().role());
        held = account.role();
    }

    private static Map<String, String> fields(PersonView view) {
        var account = view.account();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", account.name());
        fields.put("title", account.title());
        fields.put("role", account.role().wire());
        fields.put("languages", account.languages().isEmpty() ? null : String.join(", ", account.languages()));
        fields.put("capacity", String.valueOf(view.presence().capacity()));
        fields.put(
                "departments",
                view.departments().stream().map(DepartmentDetails::name).collect(Collectors.joining(", ")));
        return fields;
    }

    /** Writes it, or says beside what is typed why not. */
    public void save() {
        touched();
        SkillSet can = skills(administration);
        boolean drawn = above
                || photo.take(
                        content -> portraits.draw(administration.caller(), id, content), administration::complain);
        if (!fits() || can == null || !drawn) return;
        PersonView now = people.get(administration.caller(), id);
        if (!fields(now).equals(seen) || !skillsNow().equals(skillsSeen)) {
            giveWay(now);
            return;
        }
        try {
            // first what may be refused to whoever changes somebody above: then neither is written
            PersonView written = people.change(
                    administration.caller(), id, draft(now.account().version()));
            // what comes after it may be refused: saving again finds one's own change, and no colleague's
            seen = new HashMap<>(fields(written));
            if (answers && isPlacing()) skills.change(administration.caller(), id, can, skillsSeen);
            skillsSeen = skillsNow();
            if (!above && photo.changes()) portraits.show(administration.caller(), id, photo.waiting());
            administration.lead("/portal/person?id=" + id + "&saved=1");
        } catch (Forbidden e) {
            administration.complain("person.above");
        } catch (Refused e) {
            if (e instanceof Outdated) giveWay(people.get(administration.caller(), id));
            else administration.complain("person.lastOwner");
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    private PersonDraft draft(long version) {
        var account = above
                ? new AccountDraft(null, null, null, null, version)
                : new AccountDraft(name, title == null ? "" : title, tags(), role, version);
        List<String> chosen =
                departments.stream().filter(Ticked::isOn).map(Ticked::getId).toList();
        return isPlacing()
                ? new PersonDraft(account, chosen, answers ? Integer.valueOf(capacity.strip()) : null)
                : new PersonDraft(account, null, null);
    }

    /** Whether the viewer says what somebody is given: departments, skills and how much at once. */
    public boolean isPlacing() {
        return administration.caller().requireStaff().role().may(Permission.EDIT_DEPARTMENTS);
    }

    private List<String> tags() {
        if (languages == null) return List.of();
        return Arrays.stream(languages.split("[,;\\s]+"))
                .filter(t -> !t.isEmpty())
                .toList();
    }

    private boolean fits() {
        boolean fits = true;
        if (name == null) {
            administration.complain("form.nameMissing");
            fits = false;
        }
        for (String tag : tags()) {
            if (tag.matches("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4})?")) continue;
            administration.complain("person.notALanguage", tag);
            fits = false;
        }
        if (answers && (capacity == null || !capacity.strip().matches("1000|\\d{1,3}"))) {
            administration.complain("person.notACapacity");
            fits = false;
        }
        return fits;
    }

    /** What was not touched here becomes theirs; what was stays, and saving again replaces theirs. */
    private void giveWay(PersonView now) {
        Map<String, String> theirs = fields(now);
        name = merged("name", name, theirs);
        title = merged("title", title, theirs);
        role = merged("role", role, theirs);
        languages = merged("languages", languages, theirs);
        capacity = merged("capacity", capacity, theirs);
        Set<String> own =
                now.departments().stream().map(DepartmentDetails::name).collect(Collectors.toSet());
        Set<String> before =
                Set.of(Objects.requireNonNullElse(seen.get("departments"), "").split(", "));
        for (Ticked department : departments) {
            boolean untouched = department.isOn() == before.contains(department.getName());
            if (untouched) department.setOn(own.contains(department.getName()));
        }
        SkillSet can = skillsNow();
        if (skillsSeen.equals(skills(administration))) show(can);
        Map<String, String> was = said(seen);
        Map<String, String> is = said(theirs);
        was.put(administration.words().say("skills.own"), said(skillsSeen));
        is.put(administration.words().say("skills.own"), said(can));
        skillsSeen = can;
        overtaken(administration.lastChange(AuditKind.PERSON, id), TheirChange.between(was, is));
        seen = new HashMap<>(theirs);
        show(now);
    }

    private String merged(String field, String mine, Map<String, String> theirs) {
        return Objects.equals(mine, seen.get(field)) ? theirs.get(field) : mine;
    }

    private Map<String, String> said(Map<String, String> fields) {
        var words = administration.words();
        Map<String, String> said = new LinkedHashMap<>();
        said.put(words.say("audit.field.name"), fields.get("name"));
        said.put(words.say("audit.field.title"), fields.get("title"));
        said.put(words.say("audit.field.role"), roleName(fields.get("role")));
        said.put(words.say("audit.field.languages"), fields.get("languages"));
        said.put(words.say("audit.field.capacity"), fields.get("capacity"));
        said.put(words.say("departments.title"), fields.get("departments"));
        return said;
    }

    /** As the company calls it, or in the language of the page; what is neither there any more nor to be given here stays its id. */
    private String roleName(String wire) {
        return getRoles().stream()
                .filter(choice -> choice.value().equals(wire))
                .map(AuditPage.Choice::name)
                .findFirst()
                .orElse(wire);
    }

    /** The roles that may be given here; the one there is among them. */
    public List<AuditPage.Choice> getRoles() {
        List<HeldRole> roles = new ArrayList<>(accounts.assignable(administration.caller()));
        if (held != null && !roles.contains(held)) roles.add(0, held);
        return roles.stream()
                .map(r -> new AuditPage.Choice(
                        r.wire(),
                        AccountPart.roleName(r, administration.words()),
                        r.wire().equals(role)))
                .toList();
    }

    /** What the languages are called, so that a tag can be checked by eye. */
    public String getLanguageNames() {
        Locale language = administration.words().language();
        return PeoplePage.names(tags(), language);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getEmail() {
        return email;
    }

    /** The name as it was when the page was opened. */
    public String getHeading() {
        return heading;
    }

    public String getInitials() {
        return heading == null ? "" : AccountPart.initials(heading);
    }

    public PictureField getPhoto() {
        return photo;
    }

    /** Whether there is one to take away. */
    public boolean isPhotoThere() {
        return portrait != null || photo.changes();
    }

    /** Where the photo is seen if it is saved so, or null. */
    public String getPortrait() {
        return photo.address(portrait);
    }

    public String getState() {
        return state;
    }

    public String getPresence() {
        return presence;
    }

    /** Whether this person's role is above that of the one who asks: then only departments and capacity can be changed. */
    public boolean isAbove() {
        return above;
    }

    /** Whether the person answers conversations at all. */
    public boolean isAnswers() {
        return answers;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getLanguages() {
        return languages;
    }

    public void setLanguages(String languages) {
        this.languages = languages;
    }

    public String getCapacity() {
        return capacity;
    }

    public void setCapacity(String capacity) {
        this.capacity = capacity;
    }

    public List<Ticked> getDepartments() {
        return departments;
    }
}
