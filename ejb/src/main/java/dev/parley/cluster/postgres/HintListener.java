package dev.parley.cluster.postgres;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import dev.parley.cluster.Payload;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears the other nodes on a connection of its own, which it opens again after a pause whenever it breaks. Each time it has one it says
 * that hints were missed. A silent connection is asked from time to time whether it still is one.
 */
final class HintListener implements Runnable {
    private static final Logger LOG = Logger.getLogger(HintListener.class.getName());
    private static final int WAIT_MILLIS = 500;
    private static final long ASK_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int ANSWER_SECONDS = 5;
    private static final long SHORTEST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 2_000;

    private final String node;
    private final DataSource own;
    private final Consumer<Hint> listener;
    private final LongAdder heard = new LongAdder();
    private volatile boolean open = true;
    private volatile boolean connected;
    // written by the listening thread alone
    private volatile long pause = SHORTEST_PAUSE;
    private volatile boolean failing;

    /** @param own gives connections that no pool shares @param listener hears each hint, one after the other */
    HintListener(String node, DataSource own, Consumer<Hint> listener) {
        this.node = node;
        this.own = own;
        this.listener = listener;
    }

    @Override
    public void run() {
        try {
            while (open) {
                listen();
                if (open) rest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the connection breaks, or this is stopped. */
    private void listen() {
        try (Connection c = own.getConnection()) {
            // before it listens: a server's pool may hide PostgreSQL's connection, and would hand this one on
            PGConnection postgres = c.unwrap(PGConnection.class);
            try {
                subscribe(c);
                connected = true;
                if (!failing) LOG.info("listening to the other nodes");
                listener.accept(Hint.of(HintKind.ALL, 0));
                hear(c, postgres);
            } finally {
                connected = false;
                unlisten(c);
            }
        } catch (SQLException | RuntimeException | Error e) {
            failed(e);
        }
    }

    /** Each time it begins one line for the operator; what follows is the same. */
    private void failed(Throwable why) {
        if (!open) return;
        if (failing) {
            LOG.log(Level.FINE, "the other nodes still cannot be heard", why);
        } else {
            LOG.warning(() -> "the other nodes cannot be heard, and are looked after every few seconds instead;"
                    + " tried again all the time: " + why);
        }
        failing = true;
    }

    /** It has answered: from now on a failure is another one. */
    private void works() {
        if (failing) LOG.info("listening to the other nodes again");
        failing = false;
        pause = SHORTEST_PAUSE;
    }

    private static void subscribe(Connection c) throws SQLException {
        c.setAutoCommit(true);
        try (Statement s = c.createStatement()) {
            String channel;
            try (ResultSet r = s.executeQuery("select " + PostgresBus.CHANNEL)) {
                r.next();
                channel = r.getString(1);
            }
            s.execute("listen \"" + channel + "\"");
        }
    }

    private void hear(Connection c, PGConnection postgres) throws SQLException {
        long asked = System.nanoTime();
        while (open) {
            PGNotification[] told = postgres.getNotifications(WAIT_MILLIS);
            if (told != null) for (PGNotification each : told) hear(each.getParameter());
            if (System.nanoTime() - asked < ASK_NANOS) continue;
            if (!c.isValid(ANSWER_SECONDS)) throw new SQLException("no answer within " + ANSWER_SECONDS + " s");
            works();
            asked = System.nanoTime();
        }
    }

    /** A server's own pool would hand it on as it is. */
    private static void unlisten(Connection c) {
        try {
            if (c.isClosed()) return;
            try (Statement s = c.createStatement()) {
                s.execute("unlisten *");
            }
        } catch (SQLException e) {
            LOG.log(Level.FINE, "a broken connection listens no longer anyway", e);
        }
    }

    private void hear(String text) {
        for (Hint hint : Payload.read(node, text)) {
            heard.increment();
            listener.accept(hint);
        }
    }

    /** Not all nodes at once, when the database is back. */
    private void rest() throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextLong(pause / 2, pause));
        pause = Math.min(LONGEST_PAUSE, pause * 2);
    }

    boolean connected() {
        return connected;
    }

    long heard() {
        return heard.sum();
    }

    void stop() {
        open = false;
    }
}
