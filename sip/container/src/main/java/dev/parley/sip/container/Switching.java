package dev.parley.sip.container;

import dev.parley.sip.container.message.Exchange;
import dev.parley.sip.container.message.HeaderLines;
import dev.parley.sip.container.message.InboundRequest;
import dev.parley.sip.container.session.Sessions;
import dev.parley.sip.container.session.TooManySessions;
import dev.parley.sip.container.transport.FlowChannel;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ObjectInUseException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;

/** Stands between JAIN-SIP's transactions and the servlets: one new request, one transaction, one call of the servlet. */
final class Switching implements SipListener {
    private static final Logger LOG = Logger.getLogger(Switching.class.getName());

    private final ServletHost host;
    private final Sessions sessions;
    private final Tags tags;
    private final int maxTransactions;
    /** By identity: JAIN-SIP compares transactions by their branch. */
    private final Set<ServerTransaction> transactions =
            Collections.newSetFromMap(Collections.synchronizedMap(new IdentityHashMap<>()));

    Switching(ServletHost host, Sessions sessions, Tags tags, int maxTransactions) {
        this.host = host;
        this.sessions = sessions;
        this.tags = tags;
        this.maxTransactions = maxTransactions;
    }

    /** Whether no further transaction may begin now. */
    boolean isFull() {
        return transactions.size() >= maxTransactions;
    }

    /** How many server transactions live. */
    int transactions() {
        return transactions.size();
    }

    @Override
    public void processRequest(RequestEvent event) {
        SIPRequest request = (SIPRequest) event.getRequest();
        ServerTransaction transaction;
        try {
            transaction = ((SipProvider) event.getSource()).getNewServerTransaction(request);
        } catch (SipException known) {
            LOG.log(Level.FINE, "A retransmission", known);
            return;
        }
        transactions.add(transaction);
        FlowChannel channel = (FlowChannel) request.getMessageChannel();
        Exchange exchange = new Exchange(
                request, channel.flow(), tags.of(request), r -> send(transaction, r), sessions, host.context());
        serve(new InboundRequest(exchange, (HeaderLines) request.getApplicationData()));
    }

    private void serve(InboundRequest request) {
        try {
            host.serve(request);
        } catch (TooManySessions full) {
            answer(request, 503, "5");
        } catch (Throwable t) {
            LOG.log(Level.WARNING, "A SIP servlet failed at " + request.getMethod(), t);
            answer(request, 500, null);
        }
    }

    private static void answer(InboundRequest request, int status, String retryAfter) {
        if (request.isCommitted()) {
            return;
        }
        try {
            var response = request.createResponse(status);
            if (retryAfter != null) {
                response.setHeader("Retry-After", retryAfter);
            }
            response.send();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "An answer was lost", e);
        }
    }

    private void send(ServerTransaction transaction, SIPResponse response) throws IOException {
        if (response.getHeader("Server") == null) {
            response.addHeader("Server: " + StatelessReply.SERVER);
        }
        try {
            transaction.sendResponse(response);
        } catch (SipException | InvalidArgumentException e) {
            throw new IOException("The answer could not be sent", e);
        }
        if (isToBeForgotten(response.getStatusCode())) {
            forget(transaction);
        }
    }

    /**
     * A datagram's transaction stays for half a minute to answer retransmissions. Not after a challenge, which a
     * retransmission may get anew (RFC 3261 section 26.3.2.4), and not after any final answer while there are many:
     * a flood shall find nothing to fill.
     */
    private boolean isToBeForgotten(int status) {
        return status == 401 || status == 407 || status >= 200 && transactions.size() > maxTransactions / 2;
    }

    private void forget(ServerTransaction transaction) {
        transactions.remove(transaction);
        try {
            transaction.terminate();
        } catch (ObjectInUseException e) {
            LOG.log(Level.FINE, "A transaction goes by itself", e);
        }
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        if (event.isServerTransaction()) {
            transactions.remove(event.getServerTransaction());
        }
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        // only transactions of INVITE and of requests that we sent time out, and there are none
    }

    @Override
    public void processResponse(ResponseEvent event) {
        // we send no requests
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        LOG.log(Level.FINE, "No way to {0}:{1}", new Object[] {event.getHost(), event.getPort()});
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        // there are no dialogs
    }
}
