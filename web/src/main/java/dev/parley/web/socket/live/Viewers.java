package dev.parley.web.socket.live;

import dev.parley.conversation.Author;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Mentions;
import dev.parley.conversation.Standing;
import dev.parley.shared.NotFound;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Which agents have a conversation in front, told to those who have it in front themselves. Nothing of it is stored: it goes with the view
 * or the socket. What changes within half a second is told once, so that who leafs through a list costs nobody more than that.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Viewers {
    private static final Logger LOG = Logger.getLogger(Viewers.class.getName());

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private LiveSessions sessions;

    @Inject
    private Conversations conversations;

    @Inject
    private Mentions mentions;

    private final Views views = new Views();
    private final Set<Long> changed = ConcurrentHashMap.newKeySet();
    private ScheduledFuture<?> telling;

    @PostConstruct
    void open() {
        telling = scheduler.scheduleWithFixedDelay(this::tell, 500, 500, TimeUnit.MILLISECONDS);
    }

    /**
     * The agent has this conversation in front from now on, and follows it. Notes that name the agent are seen with that.
     *
     * @param conversation its public id, or null for none
     * @throws NotFound if the agent may not see it
     */
    public void view(LiveSession session, String conversation) {
        Cursor cursor = conversation == null ? null : cursor(session, conversation);
        note(views.put(session, cursor == null ? null : cursor.conversationId()));
        if (cursor != null) {
            changed.add(cursor.conversationId());
            mentions.see(session.caller(), cursor.conversationId(), cursor.conversation());
        }
        // closed in between: nobody else will take it out
        if (!sessions.has(session)) gone(session);
    }

    /** Whether the session has it in front. */
    public boolean has(LiveSession session, long conversationId) {
        return views.of(conversationId).contains(session);
    }

    private Cursor cursor(LiveSession session, String conversation) {
        Cursor followed = session.cursor(conversation);
        if (followed != null) return followed;
        Standing standing = conversations.visible(session.caller(), conversation);
        return sessions.follow(session, standing.id(), standing.conversation(), standing.lastSeq());
    }

    /** The session will not follow it any longer, and with that views it no longer; it learns that it knows nothing of the others now. */
    public void leaves(LiveSession session, long conversationId) {
        Cursor cursor = session.cursor(conversationId);
        if (!views.drop(session, conversationId)) return;
        changed.add(conversationId);
        if (cursor != null) session.send(Frames.viewers(cursor.conversation(), List.of()));
    }

    /** The socket has closed. Harmless where it viewed nothing. */
    public void gone(LiveSession session) {
        note(views.put(session, null));
    }

    private void note(Long left) {
        if (left != null) changed.add(left);
    }

    private void tell() {
        for (Long conversation : changed) {
            changed.remove(conversation);
            try {
                tell(conversation);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "who views a conversation could not be told", e);
            }
        }
    }

    private void tell(long conversationId) {
        Set<LiveSession> viewing = views.of(conversationId);
        var agents =
                viewing.stream().map(session -> Author.of(session.caller())).toList();
        for (LiveSession session : viewing) {
            Cursor cursor = session.cursor(conversationId);
            if (cursor != null) session.send(Frames.viewers(cursor.conversation(), agents));
        }
    }

    @PreDestroy
    void close() {
        telling.cancel(false);
    }
}
