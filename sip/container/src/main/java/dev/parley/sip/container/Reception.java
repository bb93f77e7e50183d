package dev.parley.sip.container;

import dev.parley.sip.container.message.HeaderLines;
import dev.parley.sip.container.transport.Flow;
import dev.parley.sip.container.transport.Intake;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import java.io.IOException;
import java.text.ParseException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes bytes from the listeners, reads and judges them on the listeners' threads, which is quick, and puts what comes in
 * into the lanes. Everything refused here is answered without a transaction.
 */
final class Reception implements Intake {
    /** Where requests go that were let in. */
    interface Desk {
        /** Called in a lane. */
        void serve(SIPRequest request, Flow flow) throws Exception;
    }

    private static final Logger LOG = Logger.getLogger(Reception.class.getName());
    private static final Refusal BUSY = new Refusal(503, "Service Unavailable", "Retry-After: 5");

    private final Gate gate;
    private final Tags tags;
    private final Lanes lanes;
    private final Desk desk;

    Reception(Gate gate, Tags tags, Lanes lanes, Desk desk) {
        this.gate = gate;
        this.tags = tags;
        this.lanes = lanes;
        this.desk = desk;
    }

    @Override
    public void received(Flow flow, byte[] bytes) {
        if (isKeepAlive(bytes)) {
            return;
        }
        HeaderLines headers = HeaderLines.of(bytes);
        try {
            SIPMessage message = MessageReader.read(bytes, headers);
            // a response is nobody's: this container sends no requests
            if (message instanceof SIPRequest request && !request.getMethod().equals("ACK")) {
                admit(request, headers, flow);
            }
        } catch (ParseException malformed) {
            LOG.log(Level.FINE, "A malformed message", malformed);
            reply(flow, MalformedReply.to(bytes, headers, new Refusal(400, "Bad Request"), tags));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.FINE, "A message was lost", e);
        }
    }

    private void admit(SIPRequest request, HeaderLines headers, Flow flow) throws ParseException, IOException {
        if (isIncomplete(request)) {
            throw new ParseException("From, To, Call-ID, CSeq or Via is missing", 0);
        }
        Gate.stamp(request, flow);
        Refusal refusal = gate.refuse(request, headers, flow).orElse(null);
        if (refusal == null && !lanes.offer(request.getCallId().getCallId(), () -> serve(request, flow))) {
            refusal = BUSY;
        }
        if (refusal != null) {
            refuse(request, flow, refusal);
        }
    }

    private static boolean isIncomplete(SIPRequest request) {
        return request.getFrom() == null
                || request.getTo() == null
                || request.getCallId() == null
                || request.getCSeq() == null
                || request.getTopmostVia() == null
                || request.getRequestLine() == null
                || request.getRequestLine().getUri() == null;
    }

    private void serve(SIPRequest request, Flow flow) {
        try {
            desk.serve(request, flow);
        } catch (Throwable t) {
            // whatever one message does, the next ones must be served
            LOG.log(Level.WARNING, "A SIP request failed", t);
        }
    }

    /** Tells the sender that there are too many transactions or sessions. */
    void refuseAsBusy(SIPRequest request, Flow flow) throws IOException {
        refuse(request, flow, BUSY);
    }

    private void refuse(SIPRequest request, Flow flow, Refusal refusal) throws IOException {
        flow.send(StatelessReply.to(request, refusal, tags).encodeAsBytes(flow.transport()));
    }

    @Override
    public void broken(Flow flow, byte[] start, int status, String reason) {
        reply(flow, MalformedReply.to(start, HeaderLines.of(start), new Refusal(status, reason), tags));
    }

    private static void reply(Flow flow, Optional<byte[]> reply) {
        if (reply.isEmpty()) {
            return;
        }
        try {
            flow.send(reply.get());
        } catch (IOException gone) {
            LOG.log(Level.FINE, "An answer was lost", gone);
        }
    }

    private static boolean isKeepAlive(byte[] bytes) {
        for (byte b : bytes) {
            if (b != '\r' && b != '\n' && b != 0) {
                return false;
            }
        }
        return true;
    }
}
