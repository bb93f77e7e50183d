package dev.parley.conversation.persistence;

import dev.parley.conversation.Receipt;
import dev.parley.shared.Unavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One lane of the message log: a writer that takes whatever is waiting, up to {@value #BATCH} posts and without a timer, and stores it in
 * one transaction, so that the batch sizes itself by the load; and a publisher that answers and tells after the commit, in the order of
 * seq, so that a slow listener never holds a commit.
 *
 * <p>What cannot be committed is answered {@link Unavailable}, never stored silently and never told to anybody.
 */
public final class GroupCommit implements AutoCloseable {
    static final int BATCH = 500;
    /** Posts that may wait for a writer; beyond it the desk says "unavailable" instead of growing. */
    static final int WAITING = 20_000;

    private static final Logger LOG = Logger.getLogger(GroupCommit.class.getName());

    private final BatchWriter writer;
    private final Consumer<Stored> told;
    private final BlockingQueue<Post> posts = new ArrayBlockingQueue<>(WAITING);
    private final BlockingQueue<List<Stored>> committed = new ArrayBlockingQueue<>(64);
    private final Thread writing;
    private final Thread publishing;
    private volatile boolean open = true;

    /** @param told learns of each stored message after its sender was answered */
    public GroupCommit(BatchWriter writer, Consumer<Stored> told, ThreadFactory threads) {
        this.writer = writer;
        this.told = told;
        writing = threads.newThread(this::writeAll);
        publishing = threads.newThread(this::publishAll);
        writing.setName("message-writer");
        publishing.setName("message-publisher");
        writing.start();
        publishing.start();
    }

    /** Completes after the commit. @throws Unavailable if too much is waiting or the desk is closing */
    public CompletableFuture<Receipt> submit(Post post) {
        if (!open || !posts.offer(post)) throw new Unavailable("Too much is waiting; try again.");
        return post.done();
    }

    /** How many posts wait for the writer. */
    public int waiting() {
        return posts.size();
    }

    private void writeAll() {
        var batch = new ArrayList<Post>(BATCH);
        while (open || !posts.isEmpty()) {
            try {
                Post first = posts.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) continue;
                batch.clear();
                batch.add(first);
                posts.drainTo(batch, BATCH - 1);
                committed.put(write(List.copyOf(batch)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                open = false;
                return;
            }
        }
    }

    private List<Stored> write(List<Post> batch) {
        try {
            return writer.write(batch);
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "a batch of " + batch.size() + " messages could not be stored", e);
            return batch.stream()
                    .map(post -> Stored.failed(post, new Unavailable("It could not be stored; try again.")))
                    .toList();
        }
    }

    private void publishAll() {
        while (open || writing.isAlive() || !committed.isEmpty()) {
            try {
                List<Stored> batch = committed.poll(200, TimeUnit.MILLISECONDS);
                if (batch != null) batch.forEach(this::publish);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void publish(Stored stored) {
        try {
            if (stored.problem() != null) {
                stored.post().done().completeExceptionally(stored.problem());
                return;
            }
            stored.post().done().complete(stored.receipt());
            if (stored.message() != null) told.accept(stored);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a stored message could not be told", e);
        }
    }

    /** Stores and answers what is waiting, then ends; at most 10 seconds. */
    @Override
    public void close() {
        open = false;
        try {
            writing.join(5_000);
            publishing.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
