package dev.parley.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import dev.parley.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("OPS-1")
class SliceTest {
    private final List<String> list = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g"));

    private Page<String> part(String cursor, String limit) {
        return Slice.of(list, Function.identity(), cursor, limit);
    }

    @Test
    void without_a_limit_it_is_all_of_it() {
        assertThat(part(null, null)).isEqualTo(new Page<>(list, null));
        assertThat(part("", " ").items()).isEqualTo(list);
        assertThat(part("e", null)).isEqualTo(new Page<>(List.of("f", "g"), null));
    }

    @Test
    void what_stood_before_is_read_once_though_others_come_in_between() {
        List<String> stood = List.copyOf(list);
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Page<String> page = part(cursor, "3");
            read.addAll(page.items());
            cursor = page.next();
            list.add(0, "before " + cursor);
            list.add("behind " + cursor);
        } while (cursor != null);

        assertThat(read).doesNotHaveDuplicates().containsSubsequence(stood).contains("behind c");
    }

    @Test
    void the_last_part_has_nothing_next() {
        assertThat(part("d", "3")).isEqualTo(new Page<>(List.of("e", "f", "g"), null));
        assertThat(part("g", "3")).isEqualTo(new Page<>(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "x", "2147483648"})
    void a_limit_that_is_none_is_refused(String limit) {
        assertThatThrownBy(() -> part(null, limit)).isInstanceOf(Invalid.class);
    }

    @Test
    void a_cursor_whose_item_is_gone_is_refused_rather_than_guessed() {
        assertThatThrownBy(() -> part("z", "3")).isInstanceOf(Invalid.class);
    }
}
