package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-1")
@Tag("SEC-5")
class SignOnRulesTest {
    @Test
    void a_domain_is_kept_in_lower_case_and_ascii() {
        assertThat(SignOnRules.plain(" ACME.example ")).contains("acme.example");
        assertThat(SignOnRules.plain("GLÖBEX.example")).contains("xn--glbex-kua.example");
        assertThat(SignOnRules.plain("xn--glbex-kua.example")).contains("xn--glbex-kua.example");
        assertThat(SignOnRules.domain("ann@glöbex.example")).contains("xn--glbex-kua.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "straße.example",
                "STRAßE.example",
                "σίγμας.example",
                "ａcme.example",
                "acme。example",
                "ac\u00adme.example",
                "ac\u200dme.example"
            })
    void a_domain_of_which_another_one_would_be_made_is_none(String domain) {
        assertThat(SignOnRules.plain(domain)).isEmpty();
        assertThat(SignOnRules.domain("ann@" + domain)).isEmpty();
    }
}
