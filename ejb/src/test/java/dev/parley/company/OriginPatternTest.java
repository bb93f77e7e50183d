package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.Invalid;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-5")
class OriginPatternTest {
    @ParameterizedTest(name = "[{index}] {0} for {1}: {2}")
    @CsvSource({
        "https://shop.example, https://shop.example, true",
        "https://shop.example, https://shop.example:443, true",
        "https://shop.example:8443, https://shop.example:8443, true",
        "http://localhost:*, http://localhost, true",
        "http://localhost:*, http://localhost:8080, true",
        "http://localhost:*, http://localhost:1, true",
        "http://[::1]:*, http://[::1]:8080, true",
        "https://shop.example, http://shop.example, false",
        "https://shop.example, https://shop.example:8443, false",
        "https://shop.example:8443, https://shop.example, false",
        "https://shop.example, https://shop.example.evil.example, false",
        "https://shop.example, https://evilshop.example, false",
        "https://shop.example, https://evil.example/shop.example, false",
        "https://shop.example, https://evil.example#shop.example, false",
        "https://shop.example, https://evil.example?https://shop.example, false",
        "https://shop.example, https://shop.example@evil.example, false",
        "https://shop.example, https://a.shop.example, false",
        "https://shop.example, https://shop-example, false",
        "https://shop.example, https://shopxexample, false",
        "https://shop.example, HTTPS://SHOP.EXAMPLE, false",
        "https://shop.example, https://Shop.example, false",
        "https://shop.example, https://shop.example., false",
        "https://shop.example, https://shop.example/, false",
        "https://shop.example, ' https://shop.example', false",
        "https://shop.example, null, false",
        "https://shop.example, *, false",
        "https://shop.example, '', false",
        "http://localhost:*, http://localhost:*, false",
        "http://localhost:*, http://localhost:99999, false",
        "http://localhost:*, http://localhost:8080.evil.example, false",
        "http://localhost:*, http://localhost.evil.example, false",
        "http://localhost:*, https://localhost:8080, false",
        "http://localhost:*, http://127.0.0.1:8080, false",
        "http://localhost:*, file://, false",
        "http://localhost:*, chrome-extension://localhost, false"
    })
    void allows_exactly_the_pages_meant(String pattern, String origin, boolean allowed) {
        assertThat(OriginPattern.of(pattern).matches(origin)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*",
                "https://*.shop.example",
                "shop.example",
                "https://shop.example/path",
                "ftp://x",
                ""
            })
    void refuses_what_is_no_pattern(String text) {
        assertThatThrownBy(() -> OriginPattern.of(text)).isInstanceOf(Invalid.class);
    }
}
