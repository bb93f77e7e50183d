package dev.parley.sip.container.session;

import dev.parley.sip.container.message.Unsupported;
import jakarta.servlet.ServletContext;
import java.net.URL;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.URI;

/** What an application keeps over several SIP sessions. Expires after its minutes, unless told never to. */
public final class ApplicationSession implements SipApplicationSession {
    private static final long NEVER = 0;

    private final String id;
    private final Sessions owner;
    private final long created;
    private final Attributes attributes = new Attributes();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private volatile long accessed;
    private volatile long expires;
    private volatile boolean invalidateWhenReady = true;
    private volatile boolean valid = true;

    ApplicationSession(String id, Sessions owner, int minutes) {
        this.id = id;
        this.owner = owner;
        this.created = owner.now();
        this.accessed = created;
        setExpires(minutes);
    }

    long now() {
        return owner.now();
    }

    Session open(String sessionId, String callId, Address local, Address remote, ServletContext context) {
        refuseWhenInvalid();
        Session session = new Session(sessionId, callId, local, remote, context, this);
        sessions.put(sessionId, session);
        return session;
    }

    void forget(Session session) {
        sessions.remove(session.getId());
    }

    /** One of its sessions ended by itself; with the last of them goes the whole. */
    void sessionEnded() {
        if (valid && invalidateWhenReady && sessions.isEmpty()) {
            invalidate();
        }
    }

    boolean isExpiredAt(long now) {
        return expires != NEVER && now >= expires;
    }

    private void refuseWhenInvalid() {
        if (!valid) {
            throw new IllegalStateException("The application session has been invalidated");
        }
        accessed = now();
    }

    @Override
    public void invalidate() {
        refuseWhenInvalid();
        valid = false;
        owner.forget(this);
        for (Session session : List.copyOf(sessions.values())) {
            if (session.isValid()) {
                session.invalidate();
            }
        }
        attributes.clear();
    }

    @Override
    public boolean isValid() {
        return valid;
    }

    @Override
    public boolean isReadyToInvalidate() {
        refuseWhenInvalid();
        return sessions.values().stream().allMatch(SipSession::isReadyToInvalidate);
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

    /** @param minutes from now; 0 or less: never. @return the minutes, as asked */
    @Override
    public int setExpires(int minutes) {
        refuseWhenInvalid();
        expires = minutes <= 0 ? NEVER : now() + TimeUnit.MINUTES.toMillis(minutes);
        return minutes <= 0 ? Integer.MAX_VALUE : minutes;
    }

    /** Milliseconds since 1970, or 0 if it never expires. */
    @Override
    public long getExpirationTime() {
        refuseWhenInvalid();
        return expires;
    }

    @Override
    public Object getAttribute(String name) {
        refuseWhenInvalid();
        return attributes.get(name);
    }

    @Override
    public Iterator<String> getAttributeNames() {
        refuseWhenInvalid();
        return attributes.names().iterator();
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
    public String getApplicationName() {
        return owner.application();
    }

    @Override
    public String getId() {
        return id;
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
    public Iterator<?> getSessions() {
        refuseWhenInvalid();
        return List.copyOf(sessions.values()).iterator();
    }

    /** @param protocol "SIP"; of any other there are none */
    @Override
    public Iterator<?> getSessions(String protocol) {
        return "SIP".equalsIgnoreCase(protocol) ? getSessions() : List.of().iterator();
    }

    @Override
    public SipSession getSipSession(String sessionId) {
        refuseWhenInvalid();
        return sessions.get(sessionId);
    }

    @Override
    public Object getSession(String sessionId, Protocol protocol) {
        return protocol == Protocol.SIP ? getSipSession(sessionId) : null;
    }

    @Override
    public ServletTimer getTimer(String timerId) {
        throw Unsupported.here("The timer service");
    }

    @Override
    public Collection<ServletTimer> getTimers() {
        return List.of();
    }

    @Override
    public void encodeURI(URI uri) {
        throw Unsupported.here("Encoding a session into a URI");
    }

    @Override
    public URL encodeURL(URL url) {
        throw Unsupported.here("Encoding a session into a URL");
    }
}
