package dev.parley.sip.container.session;

import dev.parley.sip.container.message.Unsupported;
import jakarta.servlet.ServletContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Enumeration;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.URI;
import javax.servlet.sip.ar.SipApplicationRoutingRegion;

/** The session of one exchange outside of a dialog: it lives until its request is answered, or longer if told so. */
public final class Session implements SipSession {
    private final String id;
    private final String callId;
    private final Address local;
    private final Address remote;
    private final ServletContext context;
    private final ApplicationSession application;
    private final long created;
    private final Attributes attributes = new Attributes();
    private volatile long accessed;
    private volatile boolean invalidateWhenReady = true;
    private volatile boolean ready;
    private volatile boolean valid = true;

    Session(String id, String callId, Address local, Address remote, ServletContext context, ApplicationSession of) {
        this.id = id;
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.context = context;
        this.application = of;
        this.created = of.now();
        this.accessed = created;
    }

    /** The exchange has its final answer, so nothing needs this session any more. */
    public void ended() {
        ready = true;
        if (valid && invalidateWhenReady) {
            invalidate();
            application.sessionEnded();
        }
    }

    private void refuseWhenInvalid() {
        if (!valid) {
            throw new IllegalStateException("The session has been invalidated");
        }
        accessed = application.now();
    }

    @Override
    public Object getAttribute(String name) {
        refuseWhenInvalid();
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        refuseWhenInvalid();
        return Collections.enumeration(attributes.names());
    }

    @Override
    public void setAttribute(String name, Object value) {
        refuseWhenInvalid();
        attributes.set(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        refuseWhenInvalid();
        attributes.remove(name);
    }

    @Override
    public void invalidate() {
        refuseWhenInvalid();
        valid = false;
        attributes.clear();
        application.forget(this);
    }

    @Override
    public boolean isValid() {
        return valid;
    }

    @Override
    public boolean isReadyToInvalidate() {
        refuseWhenInvalid();
        return ready;
    }

    @Override
    public boolean getInvalidateWhenReady() {
        refuseWhenInvalid();
        return invalidateWhenReady;
    }

    @Override
    public void setInvalidateWhenReady(boolean invalidate) {
        refuseWhenInvalid();
        invalidateWhenReady = invalidate;
    }

    @Override
    public SipApplicationSession getApplicationSession() {
        return application;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getCallId() {
        return callId;
    }

    @Override
    public Address getLocalParty() {
        return local;
    }

    @Override
    public Address getRemoteParty() {
        return remote;
    }

    /** INITIAL: only a dialog has other states. */
    @Override
    public State getState() {
        refuseWhenInvalid();
        return State.INITIAL;
    }

    @Override
    public long getCreationTime() {
        return created;
    }

    @Override
    public long getLastAccessedTime() {
        return accessed;
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public SipApplicationRoutingRegion getRegion() {
        return SipApplicationRoutingRegion.NEUTRAL_REGION;
    }

    /** Null: there is one application, so nobody routes between several. */
    @Override
    public URI getSubscriberURI() {
        return null;
    }

    @Override
    public SipServletRequest createRequest(String method) {
        throw Unsupported.here("Sending requests");
    }

    @Override
    public void setHandler(String servlet) {
        throw Unsupported.here("A handler for later messages of a session, which only a dialog has,");
    }

    @Override
    public void setOutboundInterface(InetAddress address) {
        throw Unsupported.here("Sending requests");
    }

    @Override
    public void setOutboundInterface(InetSocketAddress address) {
        throw Unsupported.here("Sending requests");
    }
}
