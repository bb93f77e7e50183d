package dev.parley.shared;

import java.util.List;
import java.util.function.Function;

/** Part of a list, and the cursor of the next part, or null at the end. */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The first {@code limit} of what was found.
     *
     * @param found one more than the limit where the list goes on
     * @param cursor what the next part is asked with, said of the last item of this one
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) return new Page<>(found, null);
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** The same part in other words. */
    public <V> Page<V> map(Function<? super T, ? extends V> view) {
        return new Page<>(items.stream().<V>map(view).toList(), next);
    }

    /** How many are asked for. @throws Invalid unless it is 1 to {@code most} */
    public static int limit(int said, int most) {
        if (said < 1 || said > most) throw new Invalid("A limit is 1 to " + most + ".");
        return said;
    }

    /** A cursor that was never given, or whose item is gone. */
    public static Invalid unknownCursor() {
        return new Invalid("There is no such cursor.");
    }
}
