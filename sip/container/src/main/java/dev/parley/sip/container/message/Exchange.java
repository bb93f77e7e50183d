package dev.parley.sip.container.message;

import dev.parley.sip.container.session.Session;
import dev.parley.sip.container.session.Sessions;
import dev.parley.sip.container.transport.Flow;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import jakarta.servlet.ServletContext;
import java.io.IOException;

/**
 * One request and its answers. Knows the transaction that sends them, makes the session when a servlet asks for one, and
 * lets it go when the final answer has left.
 */
public final class Exchange {
    /** Sends an answer by the request's transaction. */
    public interface Transaction {
        /** @throws IOException if the answer cannot be sent */
        void send(SIPResponse response) throws IOException;
    }

    private final SIPRequest request;
    private final Flow flow;
    private final String toTag;
    private final Transaction transaction;
    private final Sessions sessions;
    private final ServletContext context;
    private Session session;
    private boolean answered;

    /** @param toTag our tag in To, the same for every answer to this request */
    public Exchange(
            SIPRequest request,
            Flow flow,
            String toTag,
            Transaction transaction,
            Sessions sessions,
            ServletContext context) {
        this.request = request;
        this.flow = flow;
        this.toTag = toTag;
        this.transaction = transaction;
        this.sessions = sessions;
        this.context = context;
    }

    SIPRequest request() {
        return request;
    }

    Flow flow() {
        return flow;
    }

    String toTag() {
        return toTag;
    }

    ServletContext context() {
        return context;
    }

    /** Whether a final answer has been sent. */
    public synchronized boolean isAnswered() {
        return answered;
    }

    /** Sends {@code response}. @throws IllegalStateException if the final answer has been sent before */
    synchronized void send(SIPResponse response) throws IOException {
        if (answered) {
            throw new IllegalStateException("The request has its final answer");
        }
        answered = response.getStatusCode() >= 200;
        try {
            transaction.send(response);
        } finally {
            if (answered && session != null) {
                session.ended();
            }
        }
    }

    /** The request's session, made if there is none and {@code create}, else null. */
    synchronized Session session(boolean create, InboundRequest of) {
        if (session == null && create) {
            session = sessions.create(of.getCallId(), of.getTo(), of.getFrom(), context);
        }
        return session;
    }
}
