package dev.parley.routing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Query;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyListTest {
    private final Map<Integer, Object> bound = new TreeMap<>();
    private final Query query = (Query) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Query.class}, (proxy, method, args) -> {
                bound.put((Integer) args[0], args[1]);
                return proxy;
            });

    @Test
    void lists_of_about_the_same_length_have_the_same_number_of_parameters() {
        assertThat(places(9)).isEqualTo(places(32)).isEqualTo(32);
        assertThat(places(1)).isEqualTo(1);
        assertThat(places(2)).isEqualTo(8);
        assertThat(places(513)).as("too many to be rounded").isEqualTo(513);
    }

    @Test
    void every_key_is_bound_once_and_the_last_fills_up() {
        var lists = new KeyList(3);
        assertThat(lists.of(List.of(70L, 50L, 70L))).isEqualTo("?3,?4,?4,?4,?4,?4,?4,?4");
        assertThat(lists.of(List.of(9L))).isEqualTo("?5");
        lists.in(query);
        assertThat(bound).isEqualTo(new TreeMap<>(Map.of(3, 70L, 4, 50L, 5, 9L)));
    }

    @Test
    void no_keys_match_nothing() {
        var lists = new KeyList(1);
        assertThat(lists.of(new ArrayList<>())).isEqualTo("?1");
        lists.in(query);
        assertThat(bound).containsExactly(Map.entry(1, -1L));
    }

    private static int places(int keys) {
        return new KeyList(1).of(LongStream.range(0, keys).boxed().toList()).split(",").length;
    }
}
