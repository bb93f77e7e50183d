package dev.parley.notification.push;

import dev.parley.shared.DeadlineSocket;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Hands a sealed message to a push service. Written by hand instead of with Java's client, which looks a name up by itself: here the
 * connection goes to the address that was checked. It follows no redirect, reads no body, and has ten seconds for everything.
 */
public final class PushService {
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int MOST_HEAD = 16_384;

    private final Endpoints endpoints;
    private final SSLSocketFactory tls;

    public PushService(Endpoints endpoints) {
        this(endpoints, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    PushService(Endpoints endpoints, SSLSocketFactory tls) {
        this.endpoints = endpoints;
        this.tls = tls;
    }

    /** What it said. @param retryAfter when it may be asked again, where it said so in seconds */
    public record Answer(int status, Optional<Duration> retryAfter) {
        /** It takes care of the message. */
        public boolean taken() {
            return status >= 200 && status < 300;
        }

        /** The browser wants no more of it. */
        public boolean gone() {
            return status == 404 || status == 410;
        }
    }

    /** @throws IOException if it could not be asked, or may not be */
    public Answer send(URI endpoint, Map<String, String> headers, byte[] body) throws IOException {
        boolean secure = "https".equals(endpoint.getScheme());
        int port = endpoint.getPort() == -1 ? secure ? 443 : 80 : endpoint.getPort();
        InetSocketAddress address = new InetSocketAddress(endpoints.find(endpoint), port);
        try (DeadlineSocket plain = new DeadlineSocket(LIFE)) {
            plain.connect(address, plain.left());
            try (Socket socket = secure ? secured(plain, endpoint.getHost(), port) : plain) {
                OutputStream out = new BufferedOutputStream(socket.getOutputStream());
                out.write(head(endpoint, headers, body.length).getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.flush();
                return answer(readHead(socket.getInputStream()));
            }
        }
    }

    /** The certificate must be for the name, though the connection goes to an address. */
    private Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI endpoint, Map<String, String> headers, int length) {
        String path = endpoint.getRawPath().isEmpty() ? "/" : endpoint.getRawPath();
        String query = endpoint.getRawQuery() == null ? "" : "?" + endpoint.getRawQuery();
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\nHost: ")
                .append(endpoint.getRawAuthority())
                .append("\r\nContent-Length: " + length + "\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head.append("\r\n").toString();
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (c == '\n' && (head.indexOf("\r\n\r\n") >= 0 || head.indexOf("\n\n") >= 0)) return head.toString();
            if (head.length() > MOST_HEAD) break;
        }
        throw new IOException("the push service gave no answer that can be understood");
    }

    private static Answer answer(String head) throws IOException {
        String[] lines = head.split("\r?\n");
        if (!lines[0].matches("HTTP/1\\.[01] [1-5]\\d\\d(?: .*)?"))
            throw new IOException("the push service gave no answer that can be understood");
        int status = Integer.parseInt(lines[0].substring(9, 12));
        for (String line : lines) {
            if (line.matches("(?i)retry-after:\\s*\\d{1,6}\\s*"))
                return new Answer(status, Optional.of(Duration.ofSeconds(Long.parseLong(line.replaceAll("\\D", "")))));
        }
        return new Answer(status, Optional.empty());
    }
}
