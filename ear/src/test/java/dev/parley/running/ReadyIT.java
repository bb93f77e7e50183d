package dev.parley.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadyIT {
    @Test
    @Tag("OPS-4")
    void a_start_says_once_where_to_look_and_the_page_there_names_the_demo() throws IOException {
        RunningParley parley = RunningParley.shared();

        var ready = Files.readAllLines(parley.log()).stream()
                .filter(line -> line.startsWith("Parley is ready: "))
                .toList();

        assertThat(ready)
                .containsExactly(
                        "Parley is ready: http://localhost:" + parley.url().getPort() + "/");
        assertThat(parley.rest().get("/", null).body())
                .contains("Acme")
                .contains("Globex")
                .contains("parley-demo");
    }
}
