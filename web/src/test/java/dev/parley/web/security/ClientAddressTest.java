package dev.parley.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-5")
class ClientAddressTest {
    @ParameterizedTest(name = "[{index}] {0} with ''{1}'' behind ''{2}'' is {3}")
    @CsvSource({
        "192.0.2.1, '', '', 192.0.2.1",
        "192.0.2.1, 198.51.100.7, '', 192.0.2.1",
        "10.0.0.1, 198.51.100.7, 10.0.0.1, 198.51.100.7",
        "10.0.0.1, 198.51.100.7, 10.0.0.0/8, 198.51.100.7",
        "10.0.0.1, '198.51.100.7, 10.0.0.2', 10.0.0.0/8, 198.51.100.7",
        "10.0.0.1, '1.2.3.4, 198.51.100.7', 10.0.0.0/8, 198.51.100.7",
        "10.0.0.1, '1.2.3.4, unknown', 10.0.0.0/8, 10.0.0.1",
        "10.0.0.1, '1.2.3.4, <script>', 10.0.0.0/8, 10.0.0.1",
        "11.0.0.1, 198.51.100.7, 10.0.0.0/8, 11.0.0.1",
        "fd00::1, 2001:db8::7, fd00::/8, 2001:db8::7",
        "10.0.0.1, '', 10.0.0.0/8, 10.0.0.1"
    })
    void only_a_trusted_proxys_word_is_believed(String peer, String forwarded, String trusted, String client) {
        List<String> headers = forwarded.isEmpty() ? List.of() : List.of(forwarded);

        assertThat(ClientAddress.of(peer, headers, ClientAddress.networks(trusted)))
                .isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "10.0.0"})
    void a_setting_that_is_no_network_is_named(String text) {
        assertThatThrownBy(() -> ClientAddress.networks(text)).hasMessageContaining("PARLEY_TRUSTED_PROXIES");
    }
}
