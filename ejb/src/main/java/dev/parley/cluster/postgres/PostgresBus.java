package dev.parley.cluster.postgres;

import dev.parley.cluster.ClusterBus;
import dev.parley.cluster.Hint;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Hints by NOTIFY: no server besides the database, and no connection from node to node. */
public final class PostgresBus implements ClusterBus {
    /** An SQL expression: two installations in schemas of one database do not hear each other. */
    static final String CHANNEL = "'parley_' || md5(current_schema())";

    private static final long CLOSE_MILLIS = 3_000;

    private final PendingHints waiting = new PendingHints();
    private final HintSender sender;
    private final HintListener listener;
    private final Thread sending;
    private final Thread listening;

    /**
     * Joins at once, in the background, and stays until it is closed.
     *
     * @param node this node's id
     * @param pool for sending
     * @param own gives connections that are PostgreSQL's own; one is held
     * @param heard hears the others' hints, and {@link dev.parley.cluster.HintKind#ALL} each time there is a connection anew
     */
    public PostgresBus(String node, DataSource pool, DataSource own, ThreadFactory threads, Consumer<Hint> heard) {
        sender = new HintSender(node, pool, waiting);
        listener = new HintListener(node, own, heard);
        sending = threads.newThread(sender);
        listening = threads.newThread(listener);
        sending.setName("hint-sender");
        listening.setName("hint-listener");
        sending.start();
        listening.start();
    }

    @Override
    public void tell(Hint hint) {
        waiting.add(hint);
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public boolean connected() {
        return listener.connected() && sending.isAlive();
    }

    @Override
    public long told() {
        return sender.told();
    }

    @Override
    public long heard() {
        return listener.heard();
    }

    @Override
    public void close() {
        sender.stop();
        listener.stop();
        try {
            end(sending);
            end(listening);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Thread thread) throws InterruptedException {
        thread.join(CLOSE_MILLIS);
        if (thread.isAlive()) thread.interrupt();
    }
}
