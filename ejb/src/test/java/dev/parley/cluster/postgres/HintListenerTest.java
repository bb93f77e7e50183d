package dev.parley.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cluster.Hint;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without a database. What it hears from one: {@link PostgresBusIT}. */
@Tag("ROU-13")
class HintListenerTest {
    private static final int TRIES = 3;

    private final List<String> called = new CopyOnWriteArrayList<>();
    private final List<Hint> heard = new CopyOnWriteArrayList<>();
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final CountDownLatch tries = new CountDownLatch(TRIES);

    /** As WildFly's, whose driver is another class than the application's. */
    @Test
    void a_pool_that_hides_its_connections_is_never_made_to_listen_and_named_in_one_line() throws Exception {
        run(() -> as(Connection.class, (proxy, method, args) -> {
            called.add(method.getName());
            if (method.getName().equals("unwrap")) throw new SQLException("not a wrapper");
            return null;
        }));

        assertThat(called).contains("unwrap", "close").doesNotContain("createStatement", "setAutoCommit");
        assertThat(heard).isEmpty();
        assertThat(logged)
                .filteredOn(record -> record.getLevel() == Level.WARNING)
                .singleElement()
                .satisfies(record -> assertThat(record.getThrown()).isNull());
    }

    @Test
    void an_error_does_not_end_it() throws Exception {
        run(() -> {
            throw new LinkageError("for this time");
        });

        assertThat(logged)
                .filteredOn(record -> record.getLevel() == Level.WARNING)
                .hasSize(1);
    }

    /** Until it has tried so often. */
    private void run(Supplier<Connection> connections) throws InterruptedException {
        DataSource own = as(DataSource.class, (proxy, method, args) -> {
            tries.countDown();
            return connections.get();
        });
        var listener = new HintListener("one", own, heard::add);
        var logger = Logger.getLogger(HintListener.class.getName());
        var handler = new Keeper();
        logger.addHandler(handler);
        var thread = new Thread(listener);
        thread.start();
        try {
            assertThat(tries.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(listener.connected()).isFalse();
        } finally {
            listener.stop();
            thread.interrupt();
            thread.join();
            logger.removeHandler(handler);
        }
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private final class Keeper extends Handler {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {
            // kept at once
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
