package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("COM-6")
class FirstStepsIT {
    private TestDesk desk;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_passed_over_is_remembered_and_can_be_taken_up_again(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        Caller.Staff owner = desk.colleague("Ann", Role.OWNER);
        in(() -> steps().passOver(owner, FirstStep.BRAND));
        in(() -> steps().passOver(owner, FirstStep.BRAND));
        in(() -> steps().passOver(owner, FirstStep.CHAT));
        assertThat(steps().passedOver(owner)).containsExactly(FirstStep.BRAND, FirstStep.CHAT);

        in(() -> steps().takeUp(owner, FirstStep.BRAND));
        assertThat(steps().passedOver(owner)).containsExactly(FirstStep.CHAT);
        assertThat(steps().over(owner)).isFalse();
        in(() -> steps().end(owner));
        assertThat(steps().over(owner)).isTrue();
        assertThat(steps().passedOver(owner)).containsExactly(FirstStep.CHAT);
        in(() -> steps().resume(owner));
        assertThat(steps().over(owner)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-2")
    void only_administrators_are_led(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        Caller.Staff supervisor = desk.colleague("Sue", Role.SUPERVISOR);
        assertThatThrownBy(() -> steps().over(supervisor)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> in(() -> steps().end(supervisor))).isInstanceOf(Forbidden.class);
    }

    private FirstSteps steps() {
        return desk.get(FirstSteps.class);
    }

    private void in(Runnable work) {
        desk.get(OwnTransaction.class).run(work);
    }
}
