package dev.parley.bench.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket made of bytes, which can say everything that a client must not, and can leave off reading. Blocking. */
public final class RawSocket implements Closeable {
    public static final int TEXT = 1;
    public static final int BINARY = 2;
    public static final int CONTINUATION = 0;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int FIN = 0x80;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private int status;

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    /** One thing that came: a frame, or the end. */
    public record Got(int opcode, byte[] payload) {
        /** The connection ended without a close frame. */
        public static final Got END = new Got(-1, new byte[0]);

        /** Nothing came in time. */
        public static final Got NOTHING = new Got(-2, new byte[0]);

        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** The code of a close frame, 1005 if it has none. */
        public int closeCode() {
            return payload.length < 2 ? 1005 : (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        }
    }

    /**
     * Connects and asks for the upgrade; {@link #status} tells what came of it.
     *
     * @param origin sent as the header of that name; null leaves it out
     * @param receiveBuffer bytes the kernel keeps unread; 0 for its own choice
     */
    public static RawSocket open(URI server, String path, String origin, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()), 10_000);
        socket.setSoTimeout(20_000);
        RawSocket raw = new RawSocket(socket);
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + server.getHost() + ":" + server.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: parley.v1\r\n"
                + (origin == null ? "" : "Origin: " + origin + "\r\n") + "\r\n";
        raw.out.write(request.getBytes(StandardCharsets.US_ASCII));
        raw.status = raw.readStatus();
        return raw;
    }

    private int readStatus() throws IOException {
        String first = readLine();
        for (String line = readLine(); !line.isEmpty(); line = readLine()) {
            // headers say nothing that matters here
        }
        return Integer.parseInt(first.split(" ")[1]);
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    /** The HTTP status that answered the upgrade; 101 is a socket. */
    public int status() {
        return status;
    }

    /** Sends a whole text. */
    public void text(String text) throws IOException {
        frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one masked frame with the given first byte, whatever it says. */
    public void frame(int firstByte, byte[] payload) throws IOException {
        out.write(encode(firstByte, payload, true));
    }

    /** Sends bytes that need not be a frame. */
    public void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** The bytes of one frame. */
    public static byte[] encode(int firstByte, byte[] payload, boolean masked) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
        frame.write(firstByte);
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            frame.write(mask | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(mask | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(mask | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        byte[] key = {0x12, 0x34, 0x56, 0x78};
        if (masked) {
            frame.writeBytes(key);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.write(masked ? payload[i] ^ key[i % 4] : payload[i]);
        }
        return frame.toByteArray();
    }

    /** The next frame, the end, or nothing if none comes in time. */
    public Got read(int millis) throws IOException {
        try {
            socket.setSoTimeout(millis);
            int first = in.readUnsignedByte();
            socket.setSoTimeout(20_000);
            long length = in.readUnsignedByte() & 0x7F;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            byte[] payload = new byte[(int) length];
            in.readFully(payload);
            return new Got(first & 0xF, payload);
        } catch (SocketTimeoutException e) {
            return Got.NOTHING;
        } catch (EOFException | SocketException e) {
            return Got.END;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
