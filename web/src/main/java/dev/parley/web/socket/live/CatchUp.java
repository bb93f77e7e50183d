package dev.parley.web.socket.live;

import dev.parley.conversation.Conversations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Replays what a session missed, page by page; the next page is read when the last is written, so a slow reader holds one page only. */
@ApplicationScoped
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class.getName());
    private static final int PAGE = 50;

    @Inject
    private Conversations conversations;

    @Inject
    private Workers workers;

    /** Begins, or goes on with, the replay of a cursor. */
    void replay(Cursor cursor) {
        try {
            workers.execute(() -> page(cursor));
        } catch (RejectedExecutionException e) {
            cursor.giveUp();
        }
    }

    private void page(Cursor cursor) {
        try {
            var rows = conversations.missed(cursor.conversationId(), cursor.conversation(), cursor.told(), PAGE);
            cursor.page(rows, () -> replay(cursor));
        } catch (RuntimeException e) {
            cursor.giveUp();
            LOG.log(Level.WARNING, "what a session missed could not be read", e);
        }
    }
}
