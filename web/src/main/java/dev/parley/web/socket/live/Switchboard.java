package dev.parley.web.socket.live;

import dev.parley.agent.Agents;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Unauthorized;
import dev.parley.web.socket.frame.ClientFrame;
import dev.parley.web.socket.frame.FrameReader;
import dev.parley.web.socket.transport.CloseCode;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Takes each frame of a line to whoever answers it, and turns every refusal into an error frame. A frame never ends the server's work. */
@ApplicationScoped
public class Switchboard {
    @Inject
    private Greeting greeting;

    @Inject
    private Conversing conversing;

    @Inject
    private Walking walking;

    @Inject
    private AgentDesk desk;

    @Inject
    private LiveSessions sessions;

    @Inject
    private Viewers viewers;

    @Inject
    private SocketCounts counts;

    @Inject
    private Agents agents;

    /** A whole frame came. */
    public void hear(Line line, String text) {
        line.heard();
        if (!line.mayHear()) {
            line.connection().close(CloseCode.TOO_MANY, "too many frames");
            return;
        }
        String ref = null;
        try {
            ClientFrame frame = FrameReader.read(text);
            ref = frame.ref();
            answer(line, frame);
        } catch (FrameReader.Refusal e) {
            refuse(line, e.ref(), e);
            if (line.isHopeless())
                line.connection().close(CloseCode.PROTOCOL, "too many frames that cannot be understood");
        } catch (DeskException e) {
            refuse(line, ref, e);
        } catch (RuntimeException e) {
            refuse(line, ref, Conversing.named(e instanceof EJBException && e.getCause() != null ? e.getCause() : e));
        }
    }

    private void answer(Line line, ClientFrame frame) {
        if (frame instanceof ClientFrame.Hello hello) {
            hello(line, hello);
            return;
        }
        LiveSession session = line.session();
        if (session == null) throw new Unauthorized("The first frame is hello.");
        if (frame instanceof ClientFrame.Send f) conversing.send(session, f);
        else if (frame instanceof ClientFrame.Ping) conversing.ping(session);
        else if (frame instanceof ClientFrame.Typing f) conversing.typing(session, f);
        else if (frame instanceof ClientFrame.Read f) conversing.read(session, f);
        else if (frame instanceof ClientFrame.History f) conversing.history(session, f);
        else if (frame instanceof ClientFrame.Page f) walking.page(session, f);
        else if (frame instanceof ClientFrame.Close f) conversing.close(session, f);
        else if (frame instanceof ClientFrame.Rate || frame instanceof ClientFrame.Call) notBuilt(session, frame);
        else if (session.isVisitor()) throw new Forbidden("This is for agents.");
        else desk.hear(session, (ClientFrame.ForAgents) frame);
    }

    private void hello(Line line, ClientFrame.Hello hello) {
        if (line.session() != null) throw new Invalid("hello was said already.");
        Supplier<LiveSession> greet =
                line.forAgents() ? () -> greeting.agent(hello, line.connection()) : () -> greeting.visitor(hello, line);
        LiveSession session = greet.get();
        line.greeted(session);
        if (session.caller() instanceof Caller.Visitor visitor && !counts.admitVisitor(visitor.publicId())) {
            line.connection().close(CloseCode.TOO_MANY, "too many sockets");
        }
        // the socket may have gone while it was greeted
        if (!line.connection().isOpen()) gone(line);
    }

    private static void notBuilt(LiveSession session, ClientFrame frame) {
        session.send(Frames.error(frame.ref(), "unavailable", "This is not available yet.", false));
    }

    private static void refuse(Line line, String ref, DeskException e) {
        line.connection().send(Frames.error(ref, e));
        if (line.session() != null) return;
        boolean forGood = line.forAgents() && e instanceof AccessSuspended;
        line.connection().close(forGood ? CloseCode.SIGNED_OUT : CloseCode.NOT_AUTHENTICATED, "not authenticated");
    }

    /** The socket closed, however. Harmless the second time. */
    public void gone(Line line) {
        LiveSession session = line.leave();
        if (session == null) return;
        sessions.remove(session);
        viewers.gone(session);
        if (session.caller() instanceof Caller.Visitor visitor) counts.releaseVisitor(visitor.publicId());
        else agents.disconnected(session.caller(), session.connection().id());
    }
}
