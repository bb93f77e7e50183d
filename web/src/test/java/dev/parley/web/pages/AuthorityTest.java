package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {
    @ParameterizedTest
    @CsvSource({
        "localhost, 8080, http://127.0.0.1:8080",
        "127.0.0.1, 8080, http://localhost:8080",
        "127.0.0.1, 80, http://localhost",
        "[::1], 8080, http://127.0.0.1:8080",
    })
    void the_demo_loads_its_widget_from_the_other_loopback_name(String host, int port, String other) {
        assertThat(new Authority("http", host, port).otherLoopback().origin()).isEqualTo(other);
    }

    @Test
    void a_socket_goes_where_the_page_came_from() {
        assertThat(new Authority("http", "localhost", 8080).socketOrigin()).isEqualTo("ws://localhost:8080");
        assertThat(new Authority("https", "desk.example", 443).socketOrigin()).isEqualTo("wss://desk.example");
    }
}
