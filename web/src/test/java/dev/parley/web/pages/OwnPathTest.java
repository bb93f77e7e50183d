package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-5")
class OwnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/console", "/console?conversation=AbC_-9", "/portal/people/x%20y?q=a+b&c=%C3%A9", "/logins"
            })
    void our_own_pages_are_led_to(String asked) {
        assertThat(OwnPath.of(asked)).map(OwnPath::value).contains(asked);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "console",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/%2f/evil.example",
                "/%5cevil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                " /console",
                "/console\r\nSet-Cookie: a=b",
                "/console%0d%0aSet-Cookie:a=b",
                "/\tevil.example",
                "/a/../../etc",
                "/a/%2e%2e/b",
                "/a//evil.example",
                "/console#//evil.example",
                "/é",
            })
    void strangers_pages_are_not(String asked) {
        assertThat(OwnPath.of(asked)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logout", "/login?to=/login", "/logout/x"})
    void signing_in_does_not_lead_back_to_signing_in_or_out(String asked) {
        assertThat(OwnPath.of(asked)).isEmpty();
    }

    @Test
    void an_endless_path_is_not_led_to() {
        assertThat(OwnPath.of("/" + "a".repeat(499))).isPresent();
        assertThat(OwnPath.of("/" + "a".repeat(500))).isEmpty();
    }

    @Test
    void none_can_be_made_that_leads_elsewhere() {
        assertThatThrownBy(() -> new OwnPath("//evil.example")).isInstanceOf(IllegalArgumentException.class);
    }
}
