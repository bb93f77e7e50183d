package dev.parley.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection over a {@link Wire}. */
final class Tunnel {
    private static final int PIECE = 8_192;
    /** What a connection that stalls still carries: the headers of a request and the beginning of a file. */
    private static final int BEGINNING = 300_000;

    private static final String SOCKET = "GET /ws/";

    private final Wire wire;
    private final Socket browser;
    private final Socket server;
    private volatile boolean live;
    private volatile boolean deaf;

    Tunnel(Wire wire, Socket browser, Socket server) {
        this.wire = wire;
        this.browser = browser;
        this.server = server;
    }

    void carryQuestions() {
        byte[] piece = new byte[PIECE];
        int carried = 0;
        try {
            InputStream in = browser.getInputStream();
            OutputStream out = server.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                live |= new String(piece, 0, length, StandardCharsets.ISO_8859_1).startsWith(SOCKET);
                carried = wire.stalled() ? carried + length : 0;
                // nothing more is read, so the browser's progress stands still until somebody ends this
                if (carried > BEGINNING) return;
                out.write(piece, 0, length);
            }
        } catch (IOException e) {
            // an end, like the other ends
        }
        close();
    }

    void carryAnswers() {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = server.getInputStream();
            OutputStream out = browser.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                if (!deaf) out.write(piece, 0, length);
            }
        } catch (IOException e) {
            // an end, like the other ends
        }
        if (!deaf) close();
    }

    /** Of a WebSocket only: who loads a page notices at once. */
    void loseAnswers() {
        deaf = live;
    }

    void close() {
        Wire.close(browser);
        Wire.close(server);
    }
}
