package dev.parley.bench.measure;

import dev.parley.bench.Await;
import dev.parley.bench.server.Database;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The limit of durable answers: two writers take whatever waits (up to 500), {@code COPY} it into one table with the two unique
 * keys a message needs, commit, and only then count it as answered. No sockets, no permissions, numbers given in memory.
 */
final class BareCommitLoop implements AutoCloseable {
    private static final int WRITERS = 2;
    private static final int LARGEST_GROUP = 500;

    /** What was committed in one stretch; latency from due to committed, in microseconds. */
    record Figures(double perSecond, Histogram latency) {
        double latency(double percent) {
            return latency.getValueAtPercentile(percent) / 1e3;
        }
    }

    private record Waiting(long id, long due, boolean again) {}

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong committed = new AtomicLong();
    private final List<Connection> connections = new ArrayList<>();
    private final List<Thread> writers = new ArrayList<>();
    private volatile Histogram latency = new ConcurrentHistogram(120_000_000, 3);
    private volatile boolean offering;
    private volatile boolean open = true;
    private volatile Exception failure;

    BareCommitLoop(Database database) throws SQLException {
        for (int i = 0; i < WRITERS; i++) {
            Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
            connections.add(connection);
            if (i == 0) {
                createTable(connection);
            }
            connection.setAutoCommit(false);
            Thread writer = new Thread(() -> write(connection), "bare-writer-" + i);
            writers.add(writer);
            writer.start();
        }
    }

    private static void createTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table bare_message (
                        id bigint primary key, company bigint, conversation bigint, seq bigint, sender bigint,
                        client_id varchar(64), kind varchar(16), at timestamptz default now(), body text,
                        unique (company, sender, client_id), unique (conversation, seq))
                    """);
        }
    }

    /** Messages come at a rate, whatever was committed. */
    Figures offered(int perSecond, Duration time) throws Exception {
        reset();
        long start = System.nanoTime();
        long interval = 1_000_000_000L / perSecond;
        long sent = 0;
        while (System.nanoTime() - start < time.toNanos()) {
            for (long due = start + sent * interval; due <= System.nanoTime(); due = start + ++sent * interval) {
                queue.add(new Waiting(ids.incrementAndGet(), due, false));
            }
            LockSupport.parkNanos(1_000_000);
        }
        return figures(start);
    }

    /** So many senders, each with one message under way, again as soon as it is committed. */
    Figures answeredLoop(int senders, Duration time) throws Exception {
        reset();
        offering = true;
        long start = System.nanoTime();
        for (int i = 0; i < senders; i++) {
            queue.add(new Waiting(ids.incrementAndGet(), System.nanoTime(), true));
        }
        Await.pass(time);
        Figures figures = figures(start);
        offering = false;
        Await.within(Duration.ofSeconds(10), queue::isEmpty);
        return figures;
    }

    private void reset() {
        latency = new ConcurrentHistogram(120_000_000, 3);
        committed.set(0);
    }

    private Figures figures(long start) throws Exception {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (failure != null) {
            throw failure;
        }
        return new Figures(committed.get() / seconds, latency);
    }

    private void write(Connection connection) {
        List<Waiting> group = new ArrayList<>();
        try {
            CopyManager copy = connection.unwrap(BaseConnection.class).getCopyAPI();
            while (open) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, LARGEST_GROUP - 1);
                commit(connection, copy, group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | IOException | RuntimeException e) {
            failure = open ? e : null;
        }
    }

    private void commit(Connection connection, CopyManager copy, List<Waiting> group) throws SQLException, IOException {
        StringBuilder rows = new StringBuilder();
        for (Waiting waiting : group) {
            long conversation = waiting.id() % 500;
            rows.append(waiting.id())
                    .append("\t1\t")
                    .append(conversation)
                    .append('\t')
                    .append(waiting.id() / 500);
            rows.append('\t')
                    .append(conversation)
                    .append('\t')
                    .append(conversation)
                    .append('-')
                    .append(waiting.due());
            rows.append('-')
                    .append(waiting.id())
                    .append("\ttext\t")
                    .append(Wire.text(1, waiting.due()))
                    .append('\n');
        }
        ByteArrayInputStream in = new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8));
        copy.copyIn("copy bare_message (id, company, conversation, seq, sender, client_id, kind, body) from stdin", in);
        connection.commit();
        long now = System.nanoTime();
        for (Waiting waiting : group) {
            latency.recordValue(Math.min((now - waiting.due()) / 1000, 120_000_000));
            if (waiting.again() && offering) {
                queue.add(new Waiting(ids.incrementAndGet(), now, true));
            }
        }
        committed.addAndGet(group.size());
    }

    @Override
    public void close() throws SQLException {
        open = false;
        writers.forEach(Thread::interrupt);
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
