package dev.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A client that reads a list part by part. */
final class Walk {
    private Walk() {}

    /**
     * What it has read at the end.
     *
     * @param part what a cursor gives, the first part for null
     * @param between what happens after each part but the last; is told the last item of it
     */
    static <T> List<T> through(Function<String, Page<T>> part, Consumer<T> between) {
        List<T> read = new ArrayList<>();
        String cursor = null;
        int parts = 0;
        do {
            Page<T> page = part.apply(cursor);
            read.addAll(page.items());
            cursor = page.next();
            if (cursor != null) between.accept(page.items().get(page.items().size() - 1));
            assertThat(++parts).as("the list comes to an end").isLessThan(20);
        } while (cursor != null);
        assertThat(parts).as("it was read in parts").isGreaterThanOrEqualTo(3);
        return read;
    }
}
