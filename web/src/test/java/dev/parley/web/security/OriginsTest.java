package dev.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SEC-5")
class OriginsTest {
    private final Origins demo = new Origins(true, "");
    private final Origins production = new Origins(false, "https://desk.example/");

    @ParameterizedTest(name = "[{index}] {0}: demo {1}, production {2}")
    @CsvSource({
        "http://localhost:8080, true, false",
        "http://127.0.0.1:8080, true, false",
        "http://[::1]:8080, true, false",
        "https://desk.example, false, true",
        "https://desk.example:443, false, true",
        "http://localhost:8081, false, false",
        "https://localhost:8080, false, false",
        "http://localhost, false, false",
        "http://127.0.0.2:8080, false, false",
        "http://localhost.evil.example:8080, false, false",
        "http://desk.example, false, false",
        "https://desk.example:8443, false, false",
        "https://desk.example.evil.example, false, false",
        "https://evildesk.example, false, false",
        "https://a.desk.example, false, false",
        "https://desk.example/, false, false",
        "null, false, false",
        "'', false, false",
        "*, false, false"
    })
    void own_pages_are_exactly_these(String origin, boolean inDemo, boolean inProduction) {
        assertThat(demo.isOwn(origin, 8080)).isEqualTo(inDemo);
        assertThat(production.isOwn(origin, 8080)).isEqualTo(inProduction);
        assertThat(demo.forStaff(origin, 8080)).isEqualTo(inDemo);
    }
}
