package dev.parley.story;

import com.microsoft.playwright.options.Proxy;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One person's line to the world: a SOCKS proxy on this machine that a browser goes through, and that breaks in the ways real lines do.
 * What it carries it does not touch, so the browser sees the very addresses it would see without it.
 */
final class Wire implements AutoCloseable {
    private static final int VERSION = 5;
    /** Version, command and a reserved byte. */
    private static final int BEFORE_ADDRESS = 3;

    private static final int BY_NAME = 3;
    private static final int BY_LONG_ADDRESS = 4;
    private static final byte[] NO_PASSWORD = {VERSION, 0};
    private static final byte[] THROUGH = {VERSION, 0, 0, 1, 0, 0, 0, 0, 0, 0};

    private final ServerSocket door;
    private final Set<Tunnel> tunnels = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean stalled;

    /** A line that works. */
    Wire() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::letIn);
    }

    /** What a browser is told to go through. */
    Proxy proxy() {
        return new Proxy("socks5://127.0.0.1:" + door.getLocalPort());
    }

    /** Everything on the line ends, and nothing gets through any more. */
    void cut() {
        cut = true;
        tunnels.forEach(Tunnel::close);
    }

    /** New connections get through again. */
    void mend() {
        cut = false;
        stalled = false;
    }

    /** The sockets that are open stay open and carry what is asked, but no answer ever arrives on them. New ones work. */
    void loseAnswers() {
        tunnels.forEach(Tunnel::loseAnswers);
    }

    /** Of what is sent from now on, each connection carries only the beginning. */
    void stall() {
        stalled = true;
    }

    boolean stalled() {
        return stalled;
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                Socket browser = door.accept();
                inBackground(() -> serve(browser));
            } catch (IOException e) {
                // closed: the person has left
                return;
            }
        }
    }

    private void serve(Socket browser) {
        try {
            if (cut) {
                browser.close();
                return;
            }
            Tunnel tunnel = new Tunnel(this, browser, new Socket(InetAddress.getLoopbackAddress(), greet(browser)));
            tunnels.add(tunnel);
            browser.getOutputStream().write(THROUGH);
            inBackground(tunnel::carryAnswers);
            tunnel.carryQuestions();
        } catch (IOException e) {
            close(browser);
        }
    }

    /** The greeting of SOCKS 5. @return the port that is asked for, which is on this machine */
    private static int greet(Socket browser) throws IOException {
        DataInputStream in = new DataInputStream(browser.getInputStream());
        in.readUnsignedByte();
        in.skipNBytes(in.readUnsignedByte());
        browser.getOutputStream().write(NO_PASSWORD);
        in.skipNBytes(BEFORE_ADDRESS);
        int kind = in.readUnsignedByte();
        int length = kind == BY_NAME ? in.readUnsignedByte() : kind == BY_LONG_ADDRESS ? 16 : 4;
        in.skipNBytes(length);
        return in.readUnsignedShort();
    }

    static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // then it was closed already
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tunnels.forEach(Tunnel::close);
    }
}
