package dev.parley.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.AccountDraft;
import dev.parley.company.DepartmentDetails;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.HeldRole;
import dev.parley.shared.Invalid;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("COM-3")
class PeopleIT {
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
    void a_colleague_is_changed_in_one_go_and_the_log_knows(TestDatabase.Kind kind) throws Exception {
        open(kind);

        PersonView after = people().change(
                        administrator,
                        agent.publicId(),
                        new PersonDraft(
                                new AccountDraft("Anna", "Adviser", List.of("de", "pt_BR"), "supervisor", 0L),
                                List.of("department-2"),
                                7));

        assertThat(after.account().name()).isEqualTo("Anna");
        assertThat(after.account().languages()).containsExactly("de", "pt-BR");
        assertThat(after.account().role()).isEqualTo(HeldRole.of(Role.SUPERVISOR));
        assertThat(after.departments()).extracting(DepartmentDetails::name).containsExactly("Sales");
        assertThat(after.presence().capacity()).isEqualTo(7);
        assertThat(desk.count("select count(*) from audit_entry where actor_name = 'Adam'"))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_does_not_fit_changes_nothing_at_all(TestDatabase.Kind kind) throws Exception {
        open(kind);

        assertThatThrownBy(() -> people().change(
                                administrator,
                                agent.publicId(),
                                new PersonDraft(role(Role.OWNER), List.of("department-2"), 7)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(
                        () -> people().change(administrator, agent.publicId(), new PersonDraft(role(null), null, 1001)))
                .isInstanceOf(Invalid.class);

        PersonView now = people().get(owner, agent.publicId());
        assertThat(now.departments()).extracting(DepartmentDetails::name).containsExactly("Support");
        assertThat(now.presence().capacity()).isEqualTo(4);
        assertThat(desk.count("select count(*) from audit_entry")).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobody_touches_a_role_above_and_the_last_owner_stays(TestDatabase.Kind kind) throws Exception {
        open(kind);

        assertThatThrownBy(() -> change(administrator, owner, Role.AGENT)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> change(owner, owner, Role.AGENT)).isInstanceOf(Refused.class);
        change(owner, administrator, Role.OWNER);
        assertThat(change(owner, owner, Role.AGENT).account().role()).isEqualTo(HeldRole.of(Role.AGENT));
        Caller.Staff second = new Caller.Staff(
                administrator.companyId(), administrator.accountId(), administrator.publicId(), "Adam", Role.OWNER, 0);
        assertThatThrownBy(() -> change(second, second, Role.ADMINISTRATOR)).isInstanceOf(Refused.class);
    }

    private PersonView change(Caller.Staff by, Caller.Staff whom, Role to) {
        return people().change(by, whom.publicId(), new PersonDraft(role(to), null, null));
    }

    private static AccountDraft role(Role role) {
        return new AccountDraft(null, null, null, role == null ? null : role.wire(), null);
    }

    private People people() {
        return desk.get(People.class);
    }
}
