package dev.parley.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The reverse proxy in front of a Parley in production: takes the encryption off, and turns the redirects of the server behind it into its
 * own. For pages; it carries no sockets. Its certificate nobody has signed.
 */
public final class HttpsFront implements AutoCloseable {
    private static final char[] PASSWORD = "changeit".toCharArray();
    /** What belongs to one connection, or the two sides say for themselves. */
    private static final Set<String> OF_A_CONNECTION = Set.of(
            "host", "connection", "content-length", "transfer-encoding", "upgrade", "expect", "keep-alive", "date");

    private final int port = Ports.free();
    private final HttpClient behind = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private HttpsServer server;
    private URI target;

    /** {@code https://localhost:…/}: known before there is anything behind it. */
    public URI url() {
        return URI.create("https://localhost:" + port + "/");
    }

    /** From now on it stands in front of that server. @param folder for its key */
    public void open(URI server, Path folder) {
        target = server;
        try {
            this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            this.server.setHttpsConfigurator(new HttpsConfigurator(keys(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server.setExecutor(workers);
        this.server.createContext("/", this::carry);
        this.server.start();
    }

    private static SSLContext keys(Path folder) throws IOException {
        Path store = Files.createDirectories(folder).resolve("front.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "front",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        try (InputStream in = made.waitFor() == 0 ? Files.newInputStream(store) : InputStream.nullInputStream()) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no key for the front", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(target.toString().replaceAll("/$", "") + exchange.getRequestURI()))
                    .timeout(Duration.ofSeconds(60))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!ofAConnection(name)) values.forEach(value -> request.header(name, value));
            });
            HttpResponse<byte[]> answer = behind.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!ofAConnection(name))
                    values.forEach(value -> exchange.getResponseHeaders().add(name, own(name, value)));
            });
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length == 0) return;
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String own(String name, String value) {
        boolean redirect = name.equalsIgnoreCase("Location") && value.startsWith(target.toString());
        return redirect ? url() + value.substring(target.toString().length()) : value;
    }

    private static boolean ofAConnection(String name) {
        return OF_A_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT)) || name.startsWith(":");
    }

    @Override
    public void close() {
        if (server != null) server.stop(0);
        workers.shutdownNow();
    }
}
