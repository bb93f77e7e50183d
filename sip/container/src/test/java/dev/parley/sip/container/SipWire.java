package dev.parley.sip.container;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A peer that writes and reads bytes and knows nothing of any SIP library. */
public final class SipWire implements Closeable {
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length:\\s*([0-9]+)\\s*$");

    private final InetAddress host = InetAddress.getLoopbackAddress();
    private final int port;
    private final DatagramSocket datagrams;
    private final Socket stream;

    private SipWire(int port, DatagramSocket datagrams, Socket stream) {
        this.port = port;
        this.datagrams = datagrams;
        this.stream = stream;
    }

    public static SipWire udp(int port) throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new SipWire(port, socket, null);
    }

    public static SipWire tcp(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new SipWire(port, null, socket);
    }

    /** A port that was free for UDP and TCP a moment ago. */
    public static int freePort() throws IOException {
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
                return udp.getLocalPort();
            } catch (BindException taken) {
                // another one
            }
        }
    }

    public int localPort() {
        return datagrams == null ? stream.getLocalPort() : datagrams.getLocalPort();
    }

    public String transport() {
        return datagrams == null ? "TCP" : "UDP";
    }

    /** A request with what every request needs. @param more header lines, each ending in CRLF */
    public String request(String method, String more) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        return request(method, "sip:127.0.0.1", id, 1, more);
    }

    public String request(String method, String uri, String id, int cseq, String more) {
        return method + " " + uri + " SIP/2.0\r\n"
                + "Via: SIP/2.0/" + transport() + " 127.0.0.1:" + localPort() + ";branch=z9hG4bK" + id + cseq
                + ";rport\r\n"
                + "Max-Forwards: 70\r\n"
                + "From: <sip:1001@localhost>;tag=f" + id + "\r\n"
                + "To: <sip:1001@localhost>\r\n"
                + "Call-ID: " + id + "@test\r\n"
                + "CSeq: " + cseq + " " + method + "\r\n"
                + more
                + "Content-Length: 0\r\n\r\n";
    }

    public void send(String message) throws IOException {
        send(message.getBytes(StandardCharsets.UTF_8));
    }

    public void send(byte[] message) throws IOException {
        if (datagrams != null) {
            datagrams.send(new DatagramPacket(message, message.length, host, port));
        } else {
            stream.getOutputStream().write(message);
            stream.getOutputStream().flush();
        }
    }

    /** The next message. @throws SocketTimeoutException if none comes */
    public String receive() throws IOException {
        if (datagrams == null) {
            return receiveFromStream();
        }
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        datagrams.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    /** The next message, if one comes within so many milliseconds. */
    public Optional<String> receiveWithin(int millis) throws IOException {
        setPatience(millis);
        try {
            return Optional.of(receive());
        } catch (SocketTimeoutException none) {
            return Optional.empty();
        } finally {
            setPatience(PATIENCE_MILLIS);
        }
    }

    private void setPatience(int millis) throws IOException {
        if (datagrams != null) {
            datagrams.setSoTimeout(millis);
        } else {
            stream.setSoTimeout(millis);
        }
    }

    /** Sends a request and gives the answer. */
    public String ask(String request) throws IOException {
        send(request);
        return receive();
    }

    private String receiveFromStream() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        InputStream in = stream.getInputStream();
        int body = -1;
        while (body != 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended after " + message.size() + " bytes");
            }
            message.write(next);
            if (body > 0) {
                body--;
            } else if (endsHeaders(message.toByteArray())) {
                Matcher length = LENGTH.matcher(message.toString(StandardCharsets.UTF_8));
                body = length.find() ? Integer.parseInt(length.group(1)) : 0;
            }
        }
        return message.toString(StandardCharsets.UTF_8);
    }

    private static boolean endsHeaders(byte[] bytes) {
        int n = bytes.length;
        return n > 4 && Arrays.equals(Arrays.copyOfRange(bytes, n - 4, n), new byte[] {'\r', '\n', '\r', '\n'});
    }

    /** Whether the server has closed the connection. Waits for it. */
    public boolean isClosedByPeer() throws IOException {
        try {
            while (stream.getInputStream().read() >= 0) {
                // what still comes is not the question
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** The value of the first header of that name, null if there is none. */
    public static String header(String message, String name) {
        Matcher line = Pattern.compile("(?im)^" + Pattern.quote(name) + ":[ \\t]*(.*?)\\r?$")
                .matcher(message);
        return line.find() ? line.group(1) : null;
    }

    /** The status of an answer. */
    public static int status(String message) {
        return Integer.parseInt(message.substring(8, 11));
    }

    @Override
    public void close() throws IOException {
        if (datagrams != null) {
            datagrams.close();
        } else {
            stream.close();
        }
    }
}
