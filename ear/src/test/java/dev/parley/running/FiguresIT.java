package dev.parley.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The desk's own figures, on a server that has MicroProfile Metrics. */
@Tag("OPS-6")
class FiguresIT {
    private final RunningParley parley = RunningParley.shared();

    @Test
    void an_open_socket_and_a_stored_message_are_counted() {
        double stored = figure("parley_messages_stored");
        try (ChatClient visitor = parley.visitor("acme")) {
            String conversation = visitor.say(null, "count me").getString("conversation");

            assertThat(figure("parley_connections")).isPositive();
            assertThat(figure("parley_messages_stored")).isGreaterThan(stored);
            assertThat(figure("parley_conversations_waiting")).isPositive();
            visitor.ask(ChatClient.frame("close").add("conversation", conversation));
        }
    }

    @Test
    void what_a_proxy_passes_on_is_refused_without_a_token() {
        int status = parley.rest().getAs("/metrics", "203.0.113.7").statusCode();

        assertThat(status).isEqualTo(403);
    }

    private double figure(String name) {
        String all = parley.rest().get("/metrics", null).body();
        Matcher line =
                Pattern.compile("(?m)^" + name + "(\\{[^}]*})? ([0-9.E-]+)").matcher(all);
        assertThat(line.find()).as(name + " in\n" + all).isTrue();
        return Double.parseDouble(line.group(2));
    }
}
