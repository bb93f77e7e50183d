package dev.parley.cluster.postgres;

import dev.parley.cluster.Hint;
import dev.parley.cluster.Payload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Sends whatever waits in one notification, then rests for a moment, so that a busy node sends few and long ones. Never in the transaction
 * that made the change: PostgreSQL lets the commits of those that notify through one after the other, each with its flush to the disk.
 */
final class HintSender implements Runnable {
    private static final Logger LOG = Logger.getLogger(HintSender.class.getName());
    private static final int REST_MILLIS = 5;
    private static final int LOOK_MILLIS = 500;
    private static final int AGAIN_MILLIS = 1_000;

    private final String node;
    private final DataSource pool;
    private final PendingHints waiting;
    private final LongAdder told = new LongAdder();
    private volatile boolean open = true;
    private boolean failing;

    HintSender(String node, DataSource pool, PendingHints waiting) {
        this.node = node;
        this.pool = pool;
        this.waiting = waiting;
    }

    @Override
    public void run() {
        try {
            while (open) {
                List<Hint> hints = waiting.take(LOOK_MILLIS);
                if (!hints.isEmpty()) Thread.sleep(sent(hints) ? REST_MILLIS : AGAIN_MILLIS);
            }
            // what was told before the end
            List<Hint> last = waiting.take(0);
            if (!last.isEmpty()) sent(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sent(List<Hint> hints) {
        try {
            send(hints);
            told.add(hints.size());
            failing = false;
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            if (open) LOG.log(failing ? Level.FINE : Level.WARNING, "hints to other nodes could not be sent", e);
            failing = true;
            waiting.lost();
            return false;
        }
    }

    private void send(List<Hint> hints) throws SQLException {
        try (Connection c = pool.getConnection();
                PreparedStatement s = c.prepareStatement("select pg_notify(" + PostgresBus.CHANNEL + ", ?)")) {
            for (String text : Payload.of(node, hints)) {
                s.setString(1, text);
                s.execute();
            }
        }
    }

    long told() {
        return told.sum();
    }

    void stop() {
        open = false;
    }
}
