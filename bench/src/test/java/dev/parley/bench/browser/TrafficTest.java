package dev.parley.bench.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.client.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WID-5")
class TrafficTest {
    private final Traffic traffic = new Traffic("http://127.0.0.1:8080");

    @Test
    void the_body_is_what_came_without_the_head() {
        asked("1", "http://127.0.0.1:8080/w/acme.js", "Script");
        answered("1", 300, false);
        finished("1", 2_791);

        assertThat(traffic.take())
                .containsExactly(new Traffic.Fetched("http://127.0.0.1:8080/w/acme.js", "Script", 2_491));
        assertThat(traffic.take()).isEmpty();
    }

    @Test
    void another_origins_requests_do_not_count() {
        asked("1", "http://localhost:8080/shop.css", "Stylesheet");
        answered("1", 300, false);
        finished("1", 900);

        assertThat(traffic.take()).isEmpty();
    }

    @Test
    void what_the_page_and_the_frame_tell_of_counts_once() {
        asked("1", "http://127.0.0.1:8080/chat/acme", "Document");
        asked("1", "http://127.0.0.1:8080/chat/acme", "Document");
        answered("1", 300, false);
        finished("1", 1_000);
        finished("1", 1_000);

        assertThat(traffic.take()).hasSize(1);
    }

    @Test
    void what_comes_from_the_cache_does_not_count_but_a_question_whether_it_changed_does() {
        asked("1", "http://127.0.0.1:8080/widget/panel.js", "Script");
        answered("1", 0, true);
        finished("1", 0);
        asked("2", "http://127.0.0.1:8080/widget/panel.css", "Stylesheet");
        traffic.hear("Network.requestServedFromCache", Json.object("requestId", "2"));
        finished("2", 0);
        asked("3", "http://127.0.0.1:8080/w/acme.js", "Script");
        answered("3", 120, false);
        finished("3", 120);

        assertThat(traffic.take()).containsExactly(new Traffic.Fetched("http://127.0.0.1:8080/w/acme.js", "Script", 0));
    }

    private void asked(String id, String url, String type) {
        traffic.hear(
                "Network.requestWillBeSent",
                Json.object("requestId", id, "type", type, "request", Json.object("url", url)));
    }

    private void answered(String id, int head, boolean cached) {
        traffic.hear(
                "Network.responseReceived",
                Json.object(
                        "requestId", id, "response", Json.object("encodedDataLength", head, "fromDiskCache", cached)));
    }

    private void finished(String id, int all) {
        traffic.hear("Network.loadingFinished", Json.object("requestId", id, "encodedDataLength", all));
    }
}
