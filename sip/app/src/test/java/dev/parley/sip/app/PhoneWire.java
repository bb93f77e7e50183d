package dev.parley.sip.app;

import dev.parley.sip.container.digest.DigestAlgorithm;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A desk phone made of a datagram socket and text: it knows no SIP library. */
final class PhoneWire implements Closeable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final int port;
    private final String extension;
    private final String callId = UUID.randomUUID() + "@phone";
    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private DigestAlgorithm algorithm = DigestAlgorithm.SHA_256;
    private String password = "";
    private String lastSent = "";
    private int cseq;

    PhoneWire(int port, String extension) throws IOException {
        this.port = port;
        this.extension = extension;
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    static int freePort() throws IOException {
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
                return udp.getLocalPort();
            } catch (BindException taken) {
                // another one
            }
        }
    }

    int localPort() {
        return socket.getLocalPort();
    }

    String lastSent() {
        return lastSent;
    }

    void use(DigestAlgorithm chosen, String secret) {
        algorithm = chosen;
        password = secret;
    }

    String ask(String method, String more) throws IOException {
        return ask(request(method, extension, more));
    }

    /** Registers: asks, is challenged, proves itself. @return the last answer */
    String register(String more) throws IOException {
        return registerAs(extension, more);
    }

    String registerAs(String user, String more) throws IOException {
        String challenge = ask(request("REGISTER", user, more));
        if (status(challenge) != 401) {
            return challenge;
        }
        String offer = headers(challenge, "WWW-Authenticate").stream()
                .filter(o -> o.contains("algorithm=" + algorithm.token()))
                .findFirst()
                .orElseThrow();
        Matcher nonce = Pattern.compile("nonce=\"([^\"]+)\"").matcher(offer);
        if (!nonce.find()) {
            throw new IOException("A challenge without nonce: " + offer);
        }
        return ask(request("REGISTER", user, authorization(nonce.group(1)) + more));
    }

    private String authorization(String nonce) {
        String ha1 = algorithm.hash(extension + ":parley:" + password);
        String ha2 = algorithm.hash("REGISTER:sip:localhost");
        String response = algorithm.hash(ha1 + ":" + nonce + ":00000001:c0ffee:auth:" + ha2);
        return "Authorization: Digest username=\"" + extension + "\", realm=\"parley\", nonce=\"" + nonce
                + "\", uri=\"sip:localhost\", response=\"" + response + "\", algorithm=" + algorithm.token()
                + ", qop=auth, nc=00000001, cnonce=\"c0ffee\"\r\n";
    }

    private String request(String method, String user, String more) {
        cseq++;
        return method + " sip:localhost SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 127.0.0.1:" + localPort() + ";branch=z9hG4bK" + UUID.randomUUID() + ";rport\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <sip:" + user + "@localhost>;tag=here\r\n"
                + "To: <sip:" + user + "@localhost>\r\n"
                + "Call-ID: " + callId + "\r\n"
                + "CSeq: " + cseq + " " + method + "\r\n"
                + more
                + "Content-Length: 0\r\n\r\n";
    }

    String ask(String message) throws IOException {
        lastSent = message;
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    static int status(String message) {
        return Integer.parseInt(message.substring(8, 11));
    }

    /** The lines of that name. */
    static List<String> headers(String message, String name) {
        return Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \\t]*(.*?)\\r?$")
                .matcher(message)
                .results()
                .map((MatchResult line) -> line.group(1))
                .toList();
    }

    /** The first line of that name, null if there is none. */
    static String header(String message, String name) {
        return headers(message, name).stream().findFirst().orElse(null);
    }

    @Override
    public void close() {
        socket.close();
    }
}
