package dev.parley.web.socket;

import dev.parley.web.socket.live.FrameRate;
import dev.parley.web.socket.live.Heartbeat;
import dev.parley.web.socket.live.Line;
import dev.parley.web.socket.live.SocketCounts;
import dev.parley.web.socket.live.Switchboard;
import dev.parley.web.socket.transport.CloseCode;
import dev.parley.web.socket.transport.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where all sockets come in: it opens their lines, hands on what they say, and notes when they are gone. */
@ApplicationScoped
public class Reception {
    @Inject
    private Switchboard switchboard;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private SocketCounts counts;

    /** A line for a socket that opens. */
    Line line(Connection connection, boolean forAgents, Knock knock) {
        return new Line(
                connection, forAgents, knock.address(), knock.origin(), knock.own(), new FrameRate(counts.isLifted()));
    }

    /** The socket is open and will be {@link #gone}. It is closed at once if there are too many from its address. */
    void opened(Line line, Knock knock) {
        if (counts.admitAddress(knock.address())) heartbeat.watch(line);
        else line.connection().close(CloseCode.TOO_MANY, "too many sockets");
    }

    /** A whole frame came. */
    void heard(Line line, String frame) {
        switchboard.hear(line, frame);
    }

    /** The socket closed, however. */
    void gone(Line line, Knock knock) {
        heartbeat.forget(line);
        counts.releaseAddress(knock.address());
        switchboard.gone(line);
    }
}
