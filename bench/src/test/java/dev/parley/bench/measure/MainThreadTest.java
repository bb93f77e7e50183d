package dev.parley.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.Json;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WID-7")
class MainThreadTest {
    private static final String PAGE = "bench:page";
    private static final List<JsonNode> TRACE = List.of(
            task(7, 1, 60_000, 12_000),
            task(7, 1, 90_000, 55_000),
            task(7, 2, 500_000, 500_000),
            mark(7, 1, PAGE),
            task(8, 1, 3_000, 2_000),
            mark(8, 1, "bench:frame"),
            Json.object("name", "RunTask", "pid", 7, "tid", 1, "ph", "B"),
            task(9, 1, 700_000, 700_000));

    @Test
    void only_the_thread_counts_whose_document_set_the_mark() {
        MainThread page = MainThread.of(TRACE, PAGE);

        assertThat(page.clock()).containsExactly(60.0, 90.0);
        assertThat(page.processor()).containsExactly(12.0, 55.0);
        assertThat(MainThread.of(TRACE, "bench:frame").clock()).containsExactly(3.0);
        assertThat(MainThread.of(TRACE, "bench:nobody").clock()).isEmpty();
    }

    @Test
    void a_task_is_long_by_what_it_used_not_by_what_it_waited() {
        MainThread page = MainThread.of(TRACE, PAGE);

        assertThat(page.longOnes()).isEqualTo(1);
        assertThat(page.longest()).isEqualTo(90);
        assertThat(page.longestProcessor()).isEqualTo(55);
        assertThat(page.total()).isEqualTo(67);
    }

    @Test
    void nothing_done_is_nothing_long() {
        assertThat(MainThread.none().longest()).isZero();
        assertThat(MainThread.none().and(MainThread.of(TRACE, PAGE)).clock()).hasSize(2);
    }

    private static JsonNode mark(int process, int thread, String name) {
        return Json.object("name", name, "pid", process, "tid", thread);
    }

    private static JsonNode task(int process, int thread, int microseconds, int ofProcessor) {
        return Json.object("name", "RunTask", "pid", process, "tid", thread, "dur", microseconds, "tdur", ofProcessor);
    }
}
