package dev.parley.web.rest;

import dev.parley.shared.Page;
import java.util.List;
import java.util.function.Function;

/** A part of a list that is bounded and was read whole: what is left of it, unless a limit is asked for. */
final class Slice {
    private static final int MOST = 500;

    private Slice() {}

    /**
     * @param cursor the id of the last item of the part before, or absent for the first
     * @param limit 1 to 500, or absent
     * @throws dev.parley.shared.Invalid for another limit, or a cursor whose item is not in the list
     */
    static <T> Page<T> of(List<T> all, Function<T, String> id, String cursor, String limit) {
        List<T> left = Asked.absent(cursor) ? all : behind(all, id, cursor);
        int most = Asked.absent(limit) ? left.size() : Page.limit(Asked.number("limit", limit, MOST), MOST);
        return Page.of(left, most, id);
    }

    private static <T> List<T> behind(List<T> all, Function<T, String> id, String cursor) {
        List<String> ids = all.stream().map(id).toList();
        int at = ids.indexOf(cursor);
        if (at < 0) throw Page.unknownCursor();
        return all.subList(at + 1, all.size());
    }
}
