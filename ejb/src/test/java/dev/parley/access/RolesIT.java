package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.Agents;
import dev.parley.agent.People;
import dev.parley.agent.PersonDraft;
import dev.parley.company.DepartmentDetails;
import dev.parley.conversation.persistence.MentionRows;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-2")
class RolesIT {
    private static final Set<Permission> LEAD = EnumSet.of(
            Permission.ANSWER_CONVERSATIONS,
            Permission.SEE_COLLEAGUES,
            Permission.SEE_ALL_CONVERSATIONS,
            Permission.SET_OTHERS_PRESENCE);

    private TestDesk desk;
    private Caller.Staff owner;
    private Caller.Staff administrator;
    private Caller.Staff agent;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        owner = desk.colleague("Olga", Role.OWNER);
        administrator = desk.colleague("Adam", Role.ADMINISTRATOR);
        agent = desk.agent("Ann", 1);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_role_is_made_given_and_changed_and_is_in_force_at_once(TestDatabase.Kind kind) throws Exception {
        open(kind);
        RoleView lead = make("Shift lead", LEAD);

        give(administrator, agent, lead.role().wire());

        assertThat(people().get(owner, agent.publicId()).account().role()).isEqualTo(lead.role());
        assertThat(get(administrator, lead.role().wire()).holders()).containsExactly("Ann");
        assertThat(desk.news).contains(new RoleChanged(Set.of(agent.accountId()), lead.role()));

        RoleView after = change(
                administrator,
                lead.role().wire(),
                new RoleDraft("Shift lead", Set.of(Permission.ANSWER_CONVERSATIONS), lead.version()));

        assertThat(people().get(owner, agent.publicId()).account().role().permissions())
                .containsExactly(Permission.ANSWER_CONVERSATIONS);
        assertThat(desk.news).contains(new RoleChanged(Set.of(agent.accountId()), after.role()));
        assertThat(in(() -> roles().all(administrator)))
                .filteredOn(view -> view.role().name() != null)
                .extracting(RoleView::count)
                .containsExactly(1);
        assertThat(desk.count("select count(*) from audit_entry where kind = 'role'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobody_makes_changes_removes_or_gives_more_than_the_own_role_allows(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String some = make("People", Set.of(Permission.MANAGE_PEOPLE, Permission.MANAGE_ROLES))
                .role()
                .wire();
        String lead = make("Lead", LEAD).role().wire();
        Caller.Staff limited = staff(agent, get(owner, some).role());

        assertThatThrownBy(() -> create(limited, "More", LEAD)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> change(limited, lead, new RoleDraft("Less", Set.of(Permission.MANAGE_PEOPLE), null)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> remove(limited, lead, null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> give(limited, agent, lead)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.get(StaffInvitations.class)
                        .invite(limited, new InvitationDraft("more@acme.example", lead, null, Locale.ENGLISH)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> create(owner, "Own", Set.of(Permission.OWN_COMPANY)))
                .isInstanceOf(Invalid.class);
        assertThat(in(() -> desk.get(AccountSettings.class).assignable(limited)))
                .extracting(HeldRole::wire)
                .containsExactly(some);
        create(limited, "Same", Set.of(Permission.MANAGE_PEOPLE));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_last_owner_stays_whatever_roles_there_are(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String lead = make("Lead", LEAD).role().wire();

        assertThatThrownBy(() -> give(administrator, owner, lead)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> give(owner, owner, lead)).isInstanceOf(Refused.class);
        give(owner, administrator, "owner");
        give(owner, owner, lead);

        assertThat(people().get(owner, owner.publicId()).account().role().wire())
                .isEqualTo(lead);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_role_that_somebody_has_is_not_removed(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String lead = make("Lead", LEAD).role().wire();
        give(owner, agent, lead);

        assertThatThrownBy(() -> remove(administrator, lead, null))
                .isInstanceOf(RoleInUse.class)
                .hasMessageContaining("Ann");

        give(owner, agent, "agent");
        remove(administrator, lead, null);

        assertThatThrownBy(() -> get(administrator, lead)).isInstanceOf(NotFound.class);
        assertThat(desk.count("select count(*) from audit_entry where kind = 'role'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_name_is_there_once_and_who_was_late_is_told(TestDatabase.Kind kind) throws Exception {
        open(kind);
        RoleView lead = make("Lead", LEAD);
        String id = lead.role().wire();

        assertThatThrownBy(() -> make("LEAD", LEAD)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> make("Agent", LEAD)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> make(" ", LEAD)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> make("x".repeat(61), LEAD)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> make("Nothing", Set.of())).isInstanceOf(Invalid.class);
        change(owner, id, new RoleDraft("LEAD", LEAD, lead.version()));
        assertThatThrownBy(() -> change(owner, id, new RoleDraft("Other", LEAD, lead.version())))
                .isInstanceOf(Outdated.class);
        assertThatThrownBy(() -> remove(owner, id, lead.version())).isInstanceOf(Outdated.class);
        for (int n = 1; n < Roles.MOST; n++) make("Role " + n, LEAD);
        assertThatThrownBy(() -> make("One more", LEAD)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void another_companys_role_is_none(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String lead = make("Lead", LEAD).role().wire();
        var foreign = new Caller.Staff(2, 5, "foreign", "Foreign", Role.OWNER, 0);

        assertThatThrownBy(() -> get(foreign, lead)).isInstanceOf(NotFound.class);
        assertThat(in(() -> roles().all(foreign))).hasSize(Role.values().length);
        assertThatThrownBy(() -> in(() -> roles().all(agent))).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_answers_by_an_own_role_is_asked_and_named_as_any_agent(TestDatabase.Kind kind) throws Exception {
        open(kind);
        give(owner, agent, make("Lead", LEAD).role().wire());
        var asked = desk.get(dev.parley.routing.persistence.People.class);

        assertThat(in(() -> asked.agent(TestDesk.COMPANY, agent.publicId()))).isPresent();
        assertThat(in(() -> desk.get(MentionRows.class).colleagues(owner)))
                .extracting(MentionRows.Colleague::name)
                .contains("Ann");

        give(owner, agent, make("Reader", Set.of(Permission.SEE_REPORTS)).role().wire());

        assertThat(in(() -> asked.agent(TestDesk.COMPANY, agent.publicId()))).isEmpty();
        assertThat(in(() -> desk.get(MentionRows.class).colleagues(owner)))
                .extracting(MentionRows.Colleague::name)
                .doesNotContain("Ann");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whose_role_answers_no_more_is_there_no_more(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Agents agents = desk.get(Agents.class);
        agents.connected(agent, "socket");
        assertThat(connected()).isTrue();

        agents.disconnected(staff(agent, HeldRole.own("reader", "Reader", Set.of(Permission.SEE_REPORTS))), "socket");

        assertThat(connected()).isFalse();
    }

    private boolean connected() {
        return desk.get(Agents.class).colleagues(owner).stream()
                .anyMatch(one -> one.agent().equals(agent.publicId()) && one.connected());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void who_manages_people_gives_them_neither_departments_nor_capacity(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff limited = staff(
                agent,
                make("People", Set.of(Permission.MANAGE_PEOPLE, Permission.ANSWER_CONVERSATIONS))
                        .role());
        List<String> own = people().get(owner, agent.publicId()).departments().stream()
                .map(DepartmentDetails::id)
                .toList();

        assertThatThrownBy(() -> desk.get(Agents.class).setCapacity(limited, agent.publicId(), 0))
                .isInstanceOf(Forbidden.class);
        for (PersonDraft draft : List.of(place(List.of("department-1", "department-2"), null), place(null, 9)))
            assertThatThrownBy(() -> people().change(limited, agent.publicId(), draft))
                    .isInstanceOf(Forbidden.class);
        people().change(limited, agent.publicId(), place(own, null));
    }

    private static PersonDraft place(List<String> departments, Integer capacity) {
        return new PersonDraft(new AccountDraft(null, null, null, null, null), departments, capacity);
    }

    private RoleView make(String name, Set<Permission> permissions) {
        return create(owner, name, permissions);
    }

    private void give(Caller.Staff by, Caller.Staff whom, String role) {
        people().change(
                        by,
                        whom.publicId(),
                        new PersonDraft(new AccountDraft(null, null, null, role, null), null, null));
    }

    private static Caller.Staff staff(Caller.Staff like, HeldRole role) {
        return new Caller.Staff(like.companyId(), like.accountId(), like.publicId(), like.name(), role, 0, null, null);
    }

    private <T> T in(Supplier<T> what) {
        return desk.get(OwnTransaction.class).call(what::get);
    }

    private RoleView create(Caller by, String name, Set<Permission> permissions) {
        return in(() -> roles().create(by, new RoleDraft(name, permissions, null)));
    }

    private RoleView change(Caller by, String id, RoleDraft draft) {
        return in(() -> roles().change(by, id, draft));
    }

    private void remove(Caller by, String id, Long version) {
        in(() -> {
            roles().remove(by, id, version);
            return null;
        });
    }

    private RoleView get(Caller by, String id) {
        return in(() -> roles().get(by, id));
    }

    private Roles roles() {
        return desk.get(Roles.class);
    }

    private People people() {
        return desk.get(People.class);
    }
}
