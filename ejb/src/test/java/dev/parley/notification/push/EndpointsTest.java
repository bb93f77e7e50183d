package dev.parley.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.shared.PublicNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("WID-14")
@Tag("SEC-5")
class EndpointsTest {
    private final Endpoints endpoints = new Endpoints(Set.of("http://127.0.0.1:4711"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://updates.push.services.mozilla.com/wpush/v2/x",
                "https://push.example:443/x?y=z",
                "http://127.0.0.1:4711/for/tests"
            })
    void a_push_service_may_be_there(String text) {
        assertThat(endpoints.check(text)).contains(URI.create(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example/x",
                "https://push.example:8443/x",
                "https://user@push.example/x",
                "https://push.example/x#y",
                "https:///x",
                "https://push.example/a b",
                "https://push.example/\r\nX: y",
                "http://127.0.0.1:4712/x",
                "http://127.0.0.1:4711.evil.example/x",
                "file:///etc/passwd",
                "push.example",
                ""
            })
    void nothing_else_is_an_address(String text) {
        assertThat(endpoints.check(text)).isEmpty();
    }

    @Test
    void an_endless_address_is_none() {
        assertThat(endpoints.check("https://push.example/" + "x".repeat(1000))).isEmpty();
        assertThat(endpoints.check(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:1::1"
            })
    void what_is_not_public_is_never_asked(String address) throws UnknownHostException {
        assertThat(PublicNetwork.has(InetAddress.getByName(address))).isFalse();
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThatThrownBy(() -> endpoints.find(URI.create("https://" + host + "/x")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"142.250.1.1", "100.128.0.1", "172.32.0.1", "198.20.0.1", "2607:f8b0::1", "2a00:1450::1"})
    void what_is_public_is(String address) throws IOException {
        assertThat(PublicNetwork.has(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void a_name_that_leads_home_is_not_asked_either() {
        assertThatThrownBy(() -> endpoints.find(URI.create("https://localhost/x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not public");
    }
}
