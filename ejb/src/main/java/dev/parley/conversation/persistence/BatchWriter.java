package dev.parley.conversation.persistence;

import dev.parley.conversation.Message;
import dev.parley.conversation.Receipt;
import dev.parley.file.FileAttachments;
import dev.parley.shared.DeskException;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Stores a batch of posts in one transaction: takes the heads' locks in the order of their ids (so that nodes never deadlock), raises each
 * head's {@code last_seq}, inserts all rows, commits. It hopes that no post is a resend, as nearly none is; where the database's uniqueness
 * says otherwise the batch is rolled back and written again with a look before each post, resends answered from what is stored. Only where
 * another node stores the same message between our look and our insert is each post written by itself.
 */
public final class BatchWriter {
    private final DataSource dataSource;
    private final MessageRows rows = new MessageRows();

    public BatchWriter(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @return one outcome for each post, in the order in which the rows got their seqs
     * @throws SQLException if nothing of the batch is known to be stored; the senders try again with the same client ids
     */
    public List<Stored> write(List<Post> batch) throws SQLException {
        for (boolean lookFirst : new boolean[] {false, true}) {
            try {
                return transaction(batch, lookFirst);
            } catch (SQLException e) {
                if (!isTaken(e)) throw e;
            }
        }
        var outcomes = new ArrayList<Stored>(batch.size());
        for (Post post : batch) outcomes.addAll(writeAlone(post));
        return outcomes;
    }

    private List<Stored> writeAlone(Post post) throws SQLException {
        try {
            return transaction(List.of(post), true);
        } catch (SQLException e) {
            if (!isTaken(e)) throw e;
            // the same message was committed by another node between our look and our insert: now it is there to be
            // seen
            return transaction(List.of(post), true);
        }
    }

    private List<Stored> transaction(List<Post> batch, boolean lookFirst) throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            c.setAutoCommit(false);
            try {
                List<Stored> outcomes = store(c, batch, lookFirst);
                c.commit();
                return outcomes;
            } catch (SQLException | RuntimeException e) {
                rollback(c, e);
                throw e;
            } finally {
                c.setAutoCommit(true);
            }
        }
    }

    private List<Stored> store(Connection c, List<Post> batch, boolean lookFirst) throws SQLException {
        Map<Long, Head> heads = Head.lock(c, batch);
        var outcomes = new ArrayList<Stored>(batch.size());
        var seen = new HashMap<Post.Key, Stored>();
        var resends = new ArrayList<Post>();
        for (Post post : batch) {
            if (seen.containsKey(post.key())) {
                resends.add(post);
                continue;
            }
            Stored outcome = lookFirst ? earlier(c, post) : null;
            if (outcome == null) outcome = place(c, post, heads);
            seen.put(post.key(), outcome);
            outcomes.add(outcome);
        }
        rows.insert(c, outcomes);
        Head.raise(c, heads.values());
        for (Post post : resends) outcomes.add(sameAs(seen.get(post.key()), post));
        return outcomes;
    }

    /** Gives the post its place, or says why it has none; touches no head then. */
    private Stored place(Connection c, Post post, Map<Long, Head> heads) throws SQLException {
        Head head;
        String conversation;
        if (post.opening() == null) {
            head = heads.get(post.admission().conversationId());
            conversation = post.admission().conversation();
            if (head == null) return Stored.failed(post, new NotFound("There is no such conversation."));
            if (head.epoch() != post.admission().epoch()) return Stored.failed(post, new StaleAdmission());
        } else {
            head = Head.fresh(rows.nextConversation(c), post.companyId());
            conversation = post.opening().publicId();
        }
        // a file is attached to a conversation that is there: one that begins with a file is inserted before the others
        Savepoint before = MessageRows.opensEarly(post) ? c.setSavepoint() : null;
        if (before != null) rows.openEarly(c, head.conversationId(), post);
        String extra;
        try {
            extra = extra(c, post, head);
        } catch (DeskException e) {
            if (before != null) c.rollback(before);
            return Stored.failed(post, e);
        }
        if (post.opening() != null) heads.put(head.conversationId(), head);
        long seq = head.next();
        var receipt =
                new Receipt(conversation, head.conversationId(), post.draft().clientId(), seq, post.at(), true);
        String kind = post.draft().files().isEmpty() ? "text" : "file";
        String text = post.draft().text().isEmpty() ? null : post.draft().text();
        return Stored.fresh(
                post,
                receipt,
                new Message(conversation, seq, post.draft().clientId(), post.at(), post.author(), kind, text, extra));
    }

    private static String extra(Connection c, Post post, Head head) throws SQLException {
        var draft = post.draft();
        String replyTo = Quoted.by(post, c);
        if (draft.files().isEmpty()) return Extras.object(replyTo, null);
        var files = FileAttachments.attach(
                c, post.companyId(), post.author().id(), draft.files(), head.conversationId(), head.lastSeq() + 1);
        return Extras.object(replyTo, files);
    }

    private Stored earlier(Connection c, Post post) throws SQLException {
        Earlier earlier = Earlier.find(
                c, post.companyId(), post.author().id(), post.draft().clientId());
        if (earlier == null) return null;
        return earlier.matches(post.digest()) ? Stored.again(post, earlier.receipt()) : Stored.failed(post, conflict());
    }

    private static Stored sameAs(Stored first, Post resend) {
        if (first.problem() != null) return Stored.failed(resend, first.problem());
        if (!first.post().digest().equals(resend.digest())) return Stored.failed(resend, conflict());
        Receipt r = first.receipt();
        return Stored.again(
                resend, new Receipt(r.conversation(), r.conversationId(), r.clientId(), r.seq(), r.at(), false));
    }

    static Refused conflict() {
        return new Refused("This clientId was used for another message.");
    }

    private static void rollback(Connection c, Exception because) {
        try {
            c.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** SQL state class 23: an integrity constraint, here the uniqueness of (company, sender, client_id). */
    private static boolean isTaken(SQLException e) {
        for (SQLException x = e; x != null; x = x.getNextException()) {
            if (x.getSQLState() != null && x.getSQLState().startsWith("23")) return true;
        }
        return false;
    }
}
