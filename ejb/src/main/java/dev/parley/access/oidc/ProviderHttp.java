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
 * that was checked. It follows no redirect, reads at most a megabyte, and has ten seconds for everything; at most eight ask one provider at
 * once, so that one that hangs keeps no more threads than these.
 */
final class ProviderHttp {
    private static final Duration LIFE = Duration.ofSeconds(10);

    private static final int MOST_AT_ONCE = 8;

    private final ProviderNetwork network;
    private final Map<String, Integer> asking = new HashMap<>();

    ProviderHttp(ProviderNetwork network) {
        this.network = network;
    }

    /** What it said, whatever the status. */
    record Answer(int status, String body) {
        boolean isRight() {
            return status == 200;
        }
    }

    /** @throws IOException if it could not be asked, or may not be */
    Answer get(URI uri, Map<String, String> headers) throws IOException {
        return ask("GET", uri, headers, new byte[0]);
    }

    /** Posts a form. @throws IOException if it could not be asked, or may not be */
    Answer post(URI uri, Map<String, String> headers, String form) throws IOException {
        return ask("POST", uri, headers, form.getBytes(StandardCharsets.US_ASCII));
    }

    private Answer ask(String method, URI uri, Map<String, String> headers, byte[] body) throws IOException {
        if (network.check(uri.toString()).isEmpty()) throw new IOException("a provider may not be there");
        String origin = uri.getScheme() + "://" + uri.getRawAuthority();
        enter(origin);
        try {
            return connected(method, uri, headers, body);
        } finally {
            leave(origin);
        }
    }

    private synchronized void enter(String origin) throws IOException {
        int now = asking.getOrDefault(origin, 0);
        if (now == MOST_AT_ONCE) throw new IOException("too many ask the provider at once");
        asking.put(origin, now + 1);
    }

    private synchronized void leave(String origin) {
        asking.computeIfPresent(origin, (where, now) -> now == 1 ? null : now - 1);
    }

    private Answer connected(String method, URI uri, Map<String, String> headers, byte[] body) throws IOException {
        boolean secure = "https".equals(uri.getScheme());
        int port = uri.getPort() == -1 ? secure ? 443 : 80 : uri.getPort();
        InetSocketAddress address = new InetSocketAddress(network.find(uri), port);
        try (DeadlineSocket plain = new DeadlineSocket(LIFE)) {
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
