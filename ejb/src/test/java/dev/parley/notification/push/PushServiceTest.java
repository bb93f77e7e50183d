package dev.parley.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("WID-14")
class PushServiceTest {
    private static final char[] WORD = "changeit".toCharArray();
    private final List<String> heard = new ArrayList<>();
    private HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) server.stop(0);
    }

    @Test
    void a_letter_arrives_whole_with_its_headers() throws IOException {
        URI there = listen(HttpServer.create(loopback(), 0), "http", "127.0.0.1", 201, Map.of());

        var answer = service(there).send(there, Map.of("TTL", "60"), new byte[] {1, 2, 3});

        assertThat(answer.taken()).isTrue();
        assertThat(heard).containsExactly("POST /push/abc?d=1 60 3");
    }

    @Test
    void what_the_service_says_is_understood_and_no_redirect_is_followed() throws IOException {
        URI busy = listen(HttpServer.create(loopback(), 0), "http", "127.0.0.1", 429, Map.of("Retry-After", "120"));
        var answer = service(busy).send(busy, Map.of(), new byte[0]);
        assertThat(answer.retryAfter()).contains(Duration.ofMinutes(2));
        assertThat(answer.taken() || answer.gone()).isFalse();
        server.stop(0);

        URI gone = listen(HttpServer.create(loopback(), 0), "http", "127.0.0.1", 410, Map.of());
        assertThat(service(gone).send(gone, Map.of(), new byte[0]).gone()).isTrue();
        server.stop(0);

        URI moved = listen(HttpServer.create(loopback(), 0), "http", "127.0.0.1", 307, Map.of("Location", "/else"));
        assertThat(service(moved).send(moved, Map.of(), new byte[0]).status()).isEqualTo(307);
        assertThat(heard).hasSize(3);
    }

    @Test
    void words_that_are_no_answer_and_silence_are_failures() throws IOException {
        try (ServerSocket odd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread speaker = new Thread(() -> {
                try (var socket = odd.accept()) {
                    socket.getInputStream().readNBytes(20);
                    socket.getOutputStream().write("SSH-2.0-hello\r\n\r\n".getBytes());
                } catch (IOException e) {
                    // the test says what failed
                }
            });
            speaker.start();
            URI there = URI.create("http://127.0.0.1:" + odd.getLocalPort() + "/");
            assertThatThrownBy(() -> service(there).send(there, Map.of(), new byte[0]))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void over_tls_the_certificate_must_be_for_the_name(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        SSLContext context = context(folder.resolve("keys"));
        HttpsServer https = HttpsServer.create(loopback(), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        URI right = listen(https, "https", "localhost", 201, Map.of());
        URI wrong = URI.create(right.toString().replace("localhost", "127.0.0.1"));
        Endpoints allowed = new Endpoints(Set.of(origin(right), origin(wrong)));
        PushService service = new PushService(allowed, context.getSocketFactory());

        assertThat(service.send(right, Map.of("TTL", "60"), new byte[4000]).taken())
                .isTrue();
        assertThatThrownBy(() -> service.send(wrong, Map.of("TTL", "60"), new byte[3]))
                .isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> new PushService(allowed).send(right, Map.of("TTL", "60"), new byte[3]))
                .as("a certificate that nobody vouches for")
                .isInstanceOf(SSLException.class);
        assertThat(heard).containsExactly("POST /push/abc?d=1 60 4000");
    }

    private URI listen(HttpServer at, String scheme, String host, int status, Map<String, String> headers) {
        server = at;
        at.createContext("/", call -> {
            try (call;
                    InputStream in = call.getRequestBody()) {
                int length = in.readAllBytes().length;
                String ttl = call.getRequestHeaders().getFirst("TTL");
                heard.add(call.getRequestMethod() + " " + call.getRequestURI() + " " + ttl + " " + length);
                headers.forEach(call.getResponseHeaders()::set);
                call.sendResponseHeaders(status, -1);
            }
        });
        at.start();
        return URI.create(scheme + "://" + host + ":" + at.getAddress().getPort() + "/push/abc?d=1");
    }

    private static PushService service(URI allowed) {
        return new PushService(new Endpoints(Set.of(origin(allowed))));
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress("127.0.0.1", 0);
    }

    /** A server's key for "localhost", and who trusts it. */
    private static SSLContext context(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "push",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(WORD))
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, WORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, WORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("push", store.getCertificate("push"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
