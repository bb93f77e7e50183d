package dev.parley.file.scan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** A ClamAV daemon of our own: on a free loopback port, in the foreground, with a database of one signature. */
final class Clamd {
    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
    private static final String MARK = "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE";
    private static final long START_SECONDS = 60;

    private final Process process;
    private final InetSocketAddress address;

    private Clamd(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    /** @param most bytes of a stream */
    static Clamd start(Path folder, int most) throws IOException, InterruptedException {
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("parley.ndb"),
                "Parley.Eicar.Test:0:*:" + HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.US_ASCII)) + "\n");
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        Path settings = Files.writeString(
                folder.resolve("clamd.conf"), """
                Foreground yes
                TCPAddr 127.0.0.1
                TCPSocket %d
                DatabaseDirectory %s
                TemporaryDirectory %s
                StreamMaxLength %d
                """.formatted(address.getPort(), signatures, folder, most));
        Path log = folder.resolve("clamd.log");
        Process process = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var clamd = new Clamd(process, address);
        if (!clamd.answers()) {
            clamd.stop();
            throw new IOException("clamd did not start: " + Files.readString(log));
        }
        return clamd;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end) {
            try (var socket = new Socket()) {
                socket.connect(address, 1000);
                return true;
            } catch (IOException e) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) return false; // it has ended: no use in asking on
            }
        }
        return false;
    }

    InetSocketAddress address() {
        return address;
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
