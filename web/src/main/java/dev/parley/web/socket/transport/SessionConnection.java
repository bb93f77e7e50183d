package dev.parley.web.socket.transport;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A connection over a Jakarta WebSocket session. */
public final class SessionConnection implements Connection {
    private static final Logger LOG = Logger.getLogger(SessionConnection.class.getName());

    private final Session session;
    private final Outbound outbound;

    /** @param probe a frame that every client answers */
    public SessionConnection(Session session, String probe) {
        this.session = session;
        this.outbound =
                new Outbound(this::write, probe, () -> close(CloseCode.TOO_SLOW, "too slow: reconnect and resume"));
    }

    @Override
    public String id() {
        return session.getId();
    }

    @Override
    public void send(String frame) {
        outbound.offer(frame, null);
    }

    @Override
    public void send(String frame, Runnable written) {
        outbound.offer(frame, written);
    }

    @Override
    public void sendPage(List<String> frames, Runnable written) {
        if (frames.isEmpty()) written.run();
        else outbound.offerPage(frames, written);
    }

    /** The client said something. */
    public void heard() {
        outbound.heard();
    }

    private void write(String frame, Outbound.Done done) {
        try {
            session.getAsyncRemote().sendText(frame, result -> done.done(result.isOK()));
        } catch (RuntimeException e) {
            // the peer went between our look and our write; the container tells the endpoint
            done.done(false);
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        outbound.abandon();
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code.code()), reason));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "a socket was gone before it was closed", e);
        }
    }

    @Override
    public boolean isOpen() {
        return session.isOpen();
    }

    /** Ends the writing of a socket that the container has closed. */
    public void closed() {
        outbound.abandon();
    }
}
