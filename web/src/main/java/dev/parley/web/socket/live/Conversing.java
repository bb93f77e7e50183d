package dev.parley.web.socket.live;

import dev.parley.cluster.Cluster;
import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import dev.parley.company.Sites;
import dev.parley.conversation.Admission;
import dev.parley.conversation.Author;
import dev.parley.conversation.Closing;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Notes;
import dev.parley.conversation.Posted;
import dev.parley.conversation.Posting;
import dev.parley.conversation.ReadMarks;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Unavailable;
import dev.parley.web.socket.frame.ClientFrame;
import dev.parley.web.socket.frame.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What visitors and agents say alike: send, history, typing, read, close, ping. */
@ApplicationScoped
public class Conversing {
    private static final Logger LOG = Logger.getLogger(Conversing.class.getName());
    /** Characters of a history's messages: with their escapes they stay within a frame. */
    private static final int MAX_HISTORY = 40 * 1024;

    @Inject
    private Posting posting;

    @Inject
    private Conversations conversations;

    @Inject
    private Notes notes;

    @Inject
    private ReadMarks marks;

    @Inject
    private Sites sites;

    @Inject
    private LiveSessions sessions;

    @Inject
    private Cluster cluster;

    @Inject
    private Walking walking;

    void send(LiveSession session, ClientFrame.Send frame) {
        if (frame.conversation() == null && session.isVisitor()) walking.begin(session);
        var draft = new Draft(
                frame.clientId(),
                frame.conversation(),
                frame.department(),
                frame.text(),
                frame.files(),
                frame.replyTo(),
                session.connection().id(),
                frame.form());
        Cursor cursor = draft.conversation() == null ? null : session.cursor(draft.conversation());
        if (cursor != null) cursor.expect(draft.clientId());
        post(session, draft).whenComplete((posted, problem) -> {
            // whatever came of it, nothing waits for it any more
            if (problem == null) receipt(session, frame, draft, posted);
            else session.send(Frames.error(frame.ref(), named(problem)));
            if (cursor != null) cursor.failed(draft.clientId());
        });
    }

    private CompletableFuture<Posted> post(LiveSession session, Draft draft) {
        try {
            return posting.post(session.caller(), draft, session.order(draft.conversation()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void receipt(LiveSession session, ClientFrame.Send frame, Draft draft, Posted posted) {
        var receipt = posted.receipt();
        Cursor cursor = session.cursor(receipt.conversationId());
        if (cursor == null) {
            long told = receipt.fresh() ? receipt.seq() - 1 : receipt.seq();
            cursor = sessions.follow(session, receipt.conversationId(), receipt.conversation(), told);
        }
        session.admit(posted.admission());
        boolean same = draft.text().isEmpty() || draft.text().equals(frame.text());
        String kept = same ? null : draft.text();
        cursor.receipt(receipt.seq(), receipt.clientId(), Frames.sent(frame.ref(), receipt, kept));
    }

    void history(LiveSession session, ClientFrame.History frame) {
        var history = conversations.history(
                session.caller(), frame.conversation(), frame.after(), frame.before(), frame.limit());
        boolean fromStart = frame.after() != null;
        var rows = new ArrayList<>(history.messages());
        boolean more = history.more();
        // nearest to where the client asked from; what does not fit into a frame comes with the next question
        int chars = 0;
        var kept = new ArrayList<JsonText>();
        for (int i = 0; i < rows.size(); i++) {
            var row = Frames.row(JsonText.object(), rows.get(fromStart ? i : rows.size() - 1 - i));
            chars += row.toString().length();
            if (chars > MAX_HISTORY && !kept.isEmpty()) {
                more = true;
                break;
            }
            kept.add(fromStart ? kept.size() : 0, row);
        }
        if (!session.isVisitor() && fromStart) kept.addAll(notesAfter(session, frame));
        session.send(Frames.history(frame.ref(), frame.conversation(), kept, more));
    }

    private List<JsonText> notesAfter(LiveSession session, ClientFrame.History frame) {
        int chars = 0;
        var kept = new ArrayList<JsonText>();
        for (var note : notes.after(session.caller(), frame.conversation(), frame.after())) {
            var json = Frames.note(JsonText.object(), note);
            chars += json.toString().length();
            if (chars > MAX_HISTORY / 2) break;
            kept.add(json);
        }
        return kept;
    }

    void typing(LiveSession session, ClientFrame.Typing frame) {
        Cursor cursor = session.cursor(frame.conversation());
        if (cursor == null) return;
        Author by = Author.of(session.caller());
        String told = Frames.typing(frame.conversation(), frame.on(), by, null);
        String shown = frame.on() && isPreviewed(session, frame)
                ? Frames.typing(frame.conversation(), true, by, frame.preview())
                : told;
        for (LiveSession other : sessions.following(cursor.conversationId())) {
            if (!isSame(other.caller(), session.caller())) other.send(other.isVisitor() ? told : shown);
        }
        // without what is being written: a hint holds no words
        cluster.tell(Hint.of(HintKind.TYPING, session.companyId())
                .conversation(cursor.conversationId())
                .person(session.isVisitor() ? 1L : null)
                .seq(frame.on() ? 1 : 0)
                .word(by.id()));
    }

    /** A site may have turned it off since the visitor was told: asked each time. */
    private boolean isPreviewed(LiveSession session, ClientFrame.Typing frame) {
        return frame.preview() != null
                && session.caller() instanceof Caller.Visitor visitor
                && sites.get(visitor.siteId()).form().typingPreview();
    }

    void read(LiveSession session, ClientFrame.Read frame) {
        Cursor cursor = session.cursor(frame.conversation());
        // nothing can be read that this session was not told
        if (cursor != null) marks.read(session.caller(), place(session, cursor), Math.min(frame.seq(), cursor.told()));
    }

    void close(LiveSession session, ClientFrame.Close frame) {
        conversations.close(session.caller(), frame.conversation(), new Closing(frame.tags(), frame.outcome()));
        session.send(Frames.ok(frame.ref()));
    }

    void ping(LiveSession session) {
        var ids = session.followed().stream()
                .limit(500)
                .map(Cursor::conversationId)
                .toList();
        var heads = JsonText.object();
        conversations.heads(session.companyId(), ids).forEach(heads::key);
        var pong = JsonText.frame("pong").with("heads", heads);
        if (!session.isVisitor()) {
            var counts = JsonText.object();
            notes.counts(session.caller(), ids).forEach(counts::key);
            pong.with("notes", counts);
        }
        session.send(pong.toString());
    }

    /** Where a session stands in a conversation it follows; good for marks, which ask for no epoch. */
    static Admission place(LiveSession session, Cursor cursor) {
        return new Admission(cursor.conversationId(), cursor.conversation(), session.companyId(), 0);
    }

    static boolean isSame(Caller a, Caller b) {
        return Author.of(a).equals(Author.of(b));
    }

    /** The refusal behind a failure; anything unexpected is logged and told as "unavailable". */
    static DeskException named(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        for (Throwable t = cause; t != null; t = t.getCause()) if (t instanceof DeskException e) return e;
        LOG.log(Level.WARNING, "a frame failed", cause);
        return new Unavailable("It did not work; try again.");
    }
}
