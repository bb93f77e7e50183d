package dev.parley.web.socket;

import dev.parley.web.socket.live.Heartbeat;
import dev.parley.web.socket.live.Line;
import dev.parley.web.socket.transport.Assembler;
import dev.parley.web.socket.transport.CloseCode;
import dev.parley.web.socket.transport.SessionConnection;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What both endpoints do: open a line, put frames together, hand them on. One instance a socket, made by {@link Handshake}: it asks CDI for
 * what it needs instead of being injected, as Tyrus would keep, for each socket, what undoes the injection.
 */
public abstract class Endpoint {
    private static final Logger LOG = Logger.getLogger(Endpoint.class.getName());

    private final Reception reception = CDI.current().select(Reception.class).get();
    private final Assembler assembler = new Assembler();
    private SessionConnection connection;
    private Line line;
    private Knock knock;

    abstract boolean forAgents();

    @OnOpen
    public void open(Session session) {
        // a second guard behind the beat; not 0, which makes Tyrus schedule an empty task for each message
        session.setMaxIdleTimeout(120_000);
        knock = (Knock) session.getUserProperties().getOrDefault(Handshake.KNOCK, Knock.UNKNOWN);
        connection = new SessionConnection(session, Heartbeat.BEAT);
        line = reception.line(connection, forAgents(), knock);
        reception.opened(line, knock);
    }

    @OnMessage
    public void text(String piece, boolean last) {
        try {
            String frame = assembler.add(piece, last);
            connection.heard();
            if (frame != null) reception.heard(line, frame);
        } catch (Assembler.TooBig e) {
            connection.close(CloseCode.TOO_BIG, e.getMessage());
        }
    }

    @OnMessage
    public void binary(ByteBuffer piece, boolean last) {
        connection.close(CloseCode.UNSUPPORTED, "text frames only");
    }

    @OnClose
    public void close(CloseReason reason) {
        if (line == null) return;
        connection.closed();
        reception.gone(line, knock);
    }

    /** A peer that vanished or broke the protocol; the container closes the socket and calls {@link #close}. */
    @OnError
    public void error(Throwable problem) {
        LOG.log(Level.FINE, "a socket failed", problem);
    }
}
