package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.WaitsIn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What colleagues have to be told of waiting conversations, of which no hint told. */
@Tag("ROU-13")
class WaitingToldTest {
    private static final long COMPANY = 1;
    private static final long SUPPORT = 10;
    private static final long SALES = 11;

    private final WaitingTold told = new WaitingTold();

    @BeforeEach
    void the_first_look_says_nothing() {
        assertThat(look(waits(7, SUPPORT))).isEmpty();
    }

    @Test
    void what_waits_and_was_told_by_nobody_is_found_once() {
        assertThat(look(waits(7, SUPPORT), waits(8, SALES))).containsExactly(waits(8, SALES));
        assertThat(look(waits(7, SUPPORT), waits(8, SALES))).isEmpty();
    }

    @Test
    void what_was_told_is_not_found() {
        told.told(COMPANY, 8, SALES);
        told.told(COMPANY, 7, null);

        assertThat(look(waits(8, SALES))).isEmpty();
    }

    @Test
    void what_was_taken_is_told_where_it_waited_and_what_moved_in_both_departments() {
        assertThat(look(waits(7, SALES))).containsExactly(waits(7, SUPPORT), waits(7, SALES));
        assertThat(look()).containsExactly(waits(7, SALES));
        assertThat(look()).isEmpty();
    }

    @Test
    void of_a_part_nothing_is_concluded_for_the_rest() {
        assertThat(told.compare(Set.of(COMPANY), List.of(waits(8, SALES)), false, 10))
                .containsExactly(waits(8, SALES));
        assertThat(look(waits(8, SALES))).containsExactly(waits(7, SUPPORT));
    }

    @Test
    void many_are_told_by_one_look_after_the_other() {
        WaitsIn[] all = {waits(7, SUPPORT), waits(8, SALES), waits(9, SALES)};

        assertThat(told.compare(Set.of(COMPANY), List.of(all), true, 1)).hasSize(1);
        assertThat(look(all)).hasSize(1);
        assertThat(look(all)).isEmpty();
    }

    @Test
    void a_company_that_had_nobody_here_begins_anew() {
        told.compare(Set.of(), List.of(), true, 10);
        told.told(COMPANY, 9, SALES);

        assertThat(look(waits(8, SALES))).isEmpty();
    }

    private List<WaitsIn> look(WaitsIn... waiting) {
        return told.compare(Set.of(COMPANY), List.of(waiting), true, 10);
    }

    private static WaitsIn waits(long conversation, long department) {
        return new WaitsIn(COMPANY, conversation, department);
    }
}
