package dev.parley.sip.container.session;

import dev.parley.sip.container.message.Unsupported;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipSessionsUtil;

/** All application sessions of the one application, at most so many at a time. */
public final class Sessions implements SipSessionsUtil {
    private final String application;
    private final int maximum;
    private final int minutes;
    private final Clock clock;
    private final Map<String, ApplicationSession> byId = new ConcurrentHashMap<>();
    private final Map<String, String> idsByKey = new ConcurrentHashMap<>();

    /** @param minutes an application session's life unless told otherwise; 0 or less: for ever */
    public Sessions(String application, int maximum, int minutes, Clock clock) {
        this.application = application;
        this.maximum = maximum;
        this.minutes = minutes;
        this.clock = clock;
    }

    /** A new application session. @throws TooManySessions if there are as many as there may be */
    public synchronized ApplicationSession create() {
        if (byId.size() >= maximum) {
            throw new TooManySessions(maximum);
        }
        ApplicationSession session = new ApplicationSession(UUID.randomUUID().toString(), this, minutes);
        byId.put(session.getId(), session);
        return session;
    }

    /** A session of a new application session. @throws TooManySessions if there are as many as there may be */
    public Session create(String callId, Address local, Address remote, ServletContext context) {
        return create().open(UUID.randomUUID().toString(), callId, local, remote, context);
    }

    /** Invalidates those whose time is over. */
    public void expire() {
        long now = now();
        for (ApplicationSession session : List.copyOf(byId.values())) {
            if (session.isValid() && session.isExpiredAt(now)) {
                session.invalidate();
            }
        }
    }

    /** How many application sessions there are. */
    public int count() {
        return byId.size();
    }

    String application() {
        return application;
    }

    long now() {
        return clock.millis();
    }

    void forget(ApplicationSession session) {
        byId.remove(session.getId());
        idsByKey.values().remove(session.getId());
    }

    @Override
    public SipApplicationSession getApplicationSessionById(String id) {
        return byId.get(id);
    }

    @Override
    public synchronized SipApplicationSession getApplicationSessionByKey(String key, boolean create) {
        String id = idsByKey.get(key);
        if (id == null && create) {
            id = create().getId();
            idsByKey.put(key, id);
        }
        return id == null ? null : byId.get(id);
    }

    @Override
    public SipSession getCorrespondingSipSession(SipSession session, String header) {
        throw Unsupported.here("Join and Replaces");
    }
}
