package dev.parley.file.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A daemon that speaks ClamAV's INSTREAM on a loopback port and finds EICAR's name. It keeps what it was sent. */
public final class FakeClamd implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int most;
    private final List<byte[]> streams = new CopyOnWriteArrayList<>();
    private final List<Integer> chunks = new CopyOnWriteArrayList<>();

    /** @param most bytes of a stream, as StreamMaxLength */
    public FakeClamd(int most) throws IOException {
        this.most = most;
        var thread = new Thread(this::serve, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }

    public List<byte[]> streams() {
        return streams;
    }

    public List<Integer> chunks() {
        return chunks;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                answer(client);
            } catch (IOException e) {
                // a client that left, or the end of the test
            }
        }
    }

    private void answer(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            say(client, "UNKNOWN COMMAND");
            return;
        }
        var stream = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            chunks.add(length);
            if (stream.size() + length > most) {
                say(client, "INSTREAM size limit exceeded. ERROR");
                client.shutdownOutput();
                in.skipBytes(1);
                return;
            }
            stream.writeBytes(in.readNBytes(length));
        }
        streams.add(stream.toByteArray());
        String content = stream.toString(StandardCharsets.ISO_8859_1);
        if (content.contains("EICAR")) say(client, "stream: Eicar-Test-Signature FOUND");
        else if (content.contains("broken")) say(client, "Can't allocate memory ERROR");
        else if (!content.contains("silence")) say(client, "stream: OK");
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
