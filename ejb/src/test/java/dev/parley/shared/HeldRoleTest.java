package dev.parley.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-2")
class HeldRoleTest {
    @Test
    void those_that_are_there_stand_above_one_another_as_before() {
        HeldRole owner = HeldRole.of(Role.OWNER);
        HeldRole administrator = HeldRole.of(Role.ADMINISTRATOR);

        assertThat(owner.above(administrator)).isTrue();
        assertThat(administrator.above(owner)).isFalse();
        for (Role role : Role.values()) {
            assertThat(HeldRole.of(role).above(HeldRole.of(role))).isFalse();
            assertThat(HeldRole.of(role).above(owner)).isFalse();
            if (role != Role.OWNER)
                assertThat(HeldRole.of(role).above(administrator)).isFalse();
        }
    }

    @Test
    void one_of_a_companys_own_is_above_as_soon_as_it_allows_something_more() {
        HeldRole lead = HeldRole.own("Alead", "Lead", Set.of(Permission.ANSWER_CONVERSATIONS, Permission.SEE_REPORTS));

        assertThat(lead.above(HeldRole.of(Role.AGENT))).isTrue();
        assertThat(lead.above(HeldRole.of(Role.SUPERVISOR))).isFalse();
        assertThat(HeldRole.of(Role.AGENT).above(lead)).isTrue();
        assertThat(lead.is(Role.AGENT)).isFalse();
        assertThat(lead.toString()).isEqualTo("Alead");
    }

    @Test
    void permissions_come_back_from_a_row_and_an_unknown_name_opens_nothing() {
        Set<Permission> some = EnumSet.of(Permission.EDIT_SITES, Permission.READ_AUDIT_LOG);

        assertThat(Permission.parse(Permission.join(some))).isEqualTo(some);
        assertThat(Permission.join(some)).isEqualTo(" edit-sites read-audit-log ");
        assertThat(Permission.parse(" edit-sites fly ")).containsExactly(Permission.EDIT_SITES);
        assertThatThrownBy(() -> Permission.of("fly")).isInstanceOf(Invalid.class);
    }

    @Test
    void only_the_owner_owns() {
        assertThat(Permission.FOR_ROLES).hasSize(Permission.values().length - 1).doesNotContain(Permission.OWN_COMPANY);
    }

    @Test
    void a_caller_may_one_of_several() {
        Caller editor = new Caller.Staff(1, 1, "a", "Edda", Role.EDITOR, 0);

        assertThat(editor.requireAny(Permission.SEE_REPORTS, Permission.EDIT_KNOWLEDGE))
                .isEqualTo(editor);
        assertThatThrownBy(() -> editor.requireAny(Permission.SEE_REPORTS, Permission.EDIT_SITES))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> Caller.NOBODY.requireAny(Permission.SEE_REPORTS))
                .isInstanceOf(Unauthorized.class);
    }
}
