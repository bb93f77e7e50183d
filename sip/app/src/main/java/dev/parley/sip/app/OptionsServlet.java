package dev.parley.sip.app;

import dev.parley.call.DeskPhones;
import dev.parley.shared.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.annotation.SipServlet;

/**
 * Says what we can do (RFC 3261 section 11.2). Trunks and monitors ask this to learn whether a call would be taken, so
 * it asks the desk first and answers 503 while the desk has no database.
 */
@Dependent
@SipServlet(name = OptionsServlet.NAME)
public class OptionsServlet extends javax.servlet.sip.SipServlet {
    static final String NAME = "options";
    /** Every method served, for Allow. */
    static final String ALLOW = "OPTIONS, REGISTER";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(OptionsServlet.class.getName());

    @Inject
    transient DeskPhones phones;

    @Override
    protected void doOptions(SipServletRequest request) throws IOException {
        SipServletResponse answer;
        if (isReady()) {
            answer = request.createResponse(SipServletResponse.SC_OK);
            answer.setHeader("Accept", "application/sdp");
            answer.setHeader("Accept-Encoding", "identity");
            answer.setHeader("Accept-Language", "en");
        } else {
            answer = request.createResponse(SipServletResponse.SC_SERVICE_UNAVAILABLE);
            answer.setHeader("Retry-After", "10");
        }
        answer.setHeader("Allow", ALLOW);
        answer.send();
    }

    private boolean isReady() {
        try {
            return phones.ready(Caller.DESK);
        } catch (RuntimeException unreachable) {
            LOG.log(Level.FINE, "The desk does not answer", unreachable);
            return false;
        }
    }
}
