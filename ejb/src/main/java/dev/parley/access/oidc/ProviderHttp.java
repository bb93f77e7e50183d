package dev.parley.access.oidc;

import dev.parley.shared.DeadlineSocket;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks a provider. Written by hand instead of with Java's client, which looks a name up by itself: here the connection goes to the address
 * that was checked. It follows no redirect, reads at most a megabyte, and has ten seconds for everything. At most eight ask one provider for
 * one company at once, and whoever comes then waits three seconds at most: one that hangs keeps few threads, and no other company's.
 */
final class ProviderHttp {
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final int MOST_AT_ONCE = 8;

    private final ProviderNetwork network;
    private final Map<Place, Integer> asking = new HashMap<>();

    ProviderHttp(ProviderNetwork network) {
        this.network = network;
    }

    /** Where a company asks. */
    private record Place(long company, String origin) {}

    /** What it said, whatever the status. */
    record Answer(int status, String body) {
        boolean isRight() {
            return status == 200;
        }
    }

    /** @param company for which it is asked @throws IOException if it could not be asked, or may not be */
    Answer get(long company, URI uri, Map<String, String> headers) throws IOException {
        return ask(company, "GET", uri, headers, new byte[0]);
    }

    /** Posts a form. @param company for which it is asked @throws IOException if it could not be asked, or may not be */
    Answer post(long company, URI uri, Map<String, String> headers, String form) throws IOException {
        return ask(company, "POST", uri, headers, form.getBytes(StandardCharsets.US_ASCII));
    }

    private Answer ask(long company, String method, URI uri, Map<String, String> headers, byte[] body)
            throws IOException {
        if (network.check(uri.toString()).isEmpty()) throw new IOException("a provider may not be there");
        Place place = new Place(company, uri.getScheme() + "://" + uri.getRawAuthority());
        enter(place);
        try {
            return connected(method, uri, headers, body);
        } finally {
            leave(place);
        }
    }

    private synchronized void enter(Place place) throws IOException {
        long end = System.nanoTime() + WAIT.toNanos();
        while (asking.getOrDefault(place, 0) == MOST_AT_ONCE) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) throw new IOException("too many ask the provider at once");
            try {
                wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        asking.merge(place, 1, Integer::sum);
    }

    private synchronized void leave(Place place) {
        asking.computeIfPresent(place, (where, now) -> now == 1 ? null : now - 1);
        notifyAll();
    }

    private Answer connected(String method, URI uri, Map<String, String> headers, byte[] body) throws IOException {
        boolean secure = "https".equals(uri.getScheme());
        int port = uri.getPort() == -1 ? secure ? 443 : 80 : uri.getPort();
        // its time begins here: looking the name up takes some of it
        try (DeadlineSocket plain = new DeadlineSocket(LIFE)) {
            InetSocketAddress address = new InetSocketAddress(network.find(uri), port);
            plain.connect(address, plain.left());
            try (Socket socket = secure ? secured(plain, uri.getHost(), port) : plain) {
                OutputStream out = new BufferedOutputStream(socket.getOutputStream());
                out.write(head(method, uri, headers, body.length).getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.flush();
                InputStream in = new BufferedInputStream(socket.getInputStream());
                HttpAnswer answer = HttpAnswer.read(in);
                return new Answer(answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
            }
        }
    }

    /** The certificate must be for the name, though the connection goes to an address. */
    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(String method, URI uri, Map<String, String> headers, int length) throws IOException {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        StringBuilder head = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\nHost: ")
                .append(uri.getRawAuthority())
                .append("\r\nAccept: application/json\r\nConnection: close\r\n");
        if (method.equals("POST"))
            head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + length + "\r\n");
        for (var header : headers.entrySet()) {
            if (!header.getValue().chars().allMatch(c -> c >= ' ' && c < 127))
                throw new IOException("what a provider gave cannot be sent back to it");
            head.append(header.getKey() + ": " + header.getValue() + "\r\n");
        }
        return head.append("\r\n").toString();
    }
}
