package dev.parley.web.socket.live;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.ReadMarks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Replays what a session missed, page by page; the next page is read when the last is written, so a slow reader holds one page only. */
@ApplicationScoped
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class.getName());

    @Inject
    private Conversations conversations;

    @Inject
    private ReadMarks marks;

    @Inject
    private LiveSessions sessions;

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

    /** Words of the other side have reached the session; as those that are told live. */
    private void arrived(Cursor cursor, List<Message> rows) {
        for (LiveSession session : sessions.following(cursor.conversationId())) {
            if (session.cursor(cursor.conversationId()) != cursor) continue;
            rows.stream()
                    .filter(row -> row.seq() <= cursor.told() && ConversationNews.isOfOtherSide(session, row))
                    .mapToLong(Message::seq)
                    .max()
                    .ifPresent(seq -> marks.delivered(session.caller(), Conversing.place(session, cursor), seq));
        }
    }

    private void page(Cursor cursor) {
        try {
            var rows = conversations.missed(
                    cursor.conversationId(), cursor.conversation(), cursor.asking(), Cursor.PAGE_ROWS);
            cursor.page(rows, () -> arrived(cursor, rows));
        } catch (RuntimeException e) {
            cursor.giveUp();
            LOG.log(Level.WARNING, "what a session missed could not be read", e);
        }
    }
}
