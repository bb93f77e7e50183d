package dev.parley.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-1")
@Tag("SEC-5")
class ProviderHttpTest {
    private static final ProviderNetwork DEMO = new ProviderNetwork(true, Set.of());
    private static final ProviderNetwork PRODUCTION =
            new ProviderNetwork(false, Set.of("https://login.intern.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.com",
                "ftp://login.example.com",
                "https://me@login.example.com",
                "https://login.example.com/#x",
                "https://login.example.com/\r\nX: y",
                "https:login",
                "http://127.0.0.1:8080",
                "not one"
            })
    void no_provider_is_there(String address) {
        assertThat(PRODUCTION.check(address)).isEmpty();
    }

    @Test
    void http_is_for_this_machine_and_a_demo_only() {
        assertThat(DEMO.check("http://127.0.0.1:4711")).isPresent();
        assertThat(DEMO.check("http://localhost:4711/realm")).isPresent();
        assertThat(DEMO.check("http://127.0.0.1.example.com")).isEmpty();
        assertThat(PRODUCTION.check("https://login.example.com:8443/realms/acme"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://localhost",
                "https://10.1.2.3",
                "https://192.168.1.1",
                "https://169.254.169.254",
                "https://[::1]",
                "https://[fd00::1]"
            })
    void nothing_of_the_operators_own_network_is_asked(String address) {
        assertThatThrownBy(() -> PRODUCTION.find(URI.create(address)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not public");
        assertThatThrownBy(() -> DEMO.find(URI.create(address))).isInstanceOf(IOException.class);
    }

    @Test
    void what_the_operator_names_may_be_in_his_network() throws IOException {
        var named = new ProviderNetwork(false, Set.of("https://10.1.2.3:8443"));

        assertThat(named.find(URI.create("https://10.1.2.3:8443/realm"))).isEqualTo(InetAddress.getByName("10.1.2.3"));
        assertThatThrownBy(() -> named.find(URI.create("https://10.1.2.3/realm")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/secret");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/chunks", exchange -> {
            byte[] body = "äöü".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String origin = "http://127.0.0.1:" + server.getAddress().getPort();
            var http = new ProviderHttp(DEMO);
            assertThat(http.get(1, URI.create(origin + "/away"), Map.of()).status())
                    .isEqualTo(302);
            var chunks = http.get(1, URI.create(origin + "/chunks"), Map.of());
            assertThat(chunks.body()).hasSize(30_000).startsWith("äöü");
            assertThatThrownBy(() -> http.get(1, URI.create(origin + "/chunks"), Map.of("X", "a\r\nY: b")))
                    .isInstanceOf(IOException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_provider_that_hangs_keeps_eight_of_one_company_and_nobody_of_another() throws Exception {
        var hanging = new CountDownLatch(8);
        var release = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/slow", exchange -> {
            hanging.countDown();
            await(release);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/quick", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String origin = "http://127.0.0.1:" + server.getAddress().getPort();
            URI quick = URI.create(origin + "/quick");
            var http = new ProviderHttp(DEMO);
            for (int i = 0; i < 8; i++) threads.submit(() -> http.get(1, URI.create(origin + "/slow"), Map.of()));
            await(hanging);

            assertThat(http.get(2, quick, Map.of()).isRight()).isTrue();
            assertThatThrownBy(() -> http.get(1, quick, Map.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("too many");
            var waits = threads.submit(() -> http.get(1, quick, Map.of()));
            release.countDown();
            assertThat(waits.get(30, TimeUnit.SECONDS).isRight()).isTrue();
        } finally {
            release.countDown();
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) throw new AssertionError("never");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\nabc\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n\r\n",
                ""
            })
    void what_is_no_answer_or_too_large_is_refused(String bytes) {
        assertThatThrownBy(() -> HttpAnswer.read(in(bytes))).isInstanceOf(IOException.class);
    }

    @Test
    void answers_of_each_kind_are_read() throws IOException {
        assertThat(HttpAnswer.read(in("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabcd"))
                        .body())
                .isEqualTo(bytes("abc"));
        assertThat(HttpAnswer.read(in("HTTP/1.0 404 None\r\n\r\nabc")).status()).isEqualTo(404);
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        assertThat(HttpAnswer.read(in(chunked)).body()).isEqualTo(bytes("abcde"));
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
