package dev.parley.cluster.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.cluster.Hint;
import dev.parley.cluster.HintKind;
import dev.parley.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL. H2 has one node, and no bus. */
@Tag("ROU-13")
class PostgresBusIT {
    private static final Hint ALL = Hint.of(HintKind.ALL, 0);

    private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void only_where_there_is_postgresql() {
        assumeTrue(TestDatabase.kinds().contains(TestDatabase.Kind.POSTGRESQL));
    }

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) opened.get(i).close();
    }

    @Test
    void what_one_node_tells_all_others_hear_in_order_and_itself_does_not() {
        DataSource database = open();
        Node one = join("one", database);
        Node two = join("two", database);
        Node three = join("three", database);
        Hint taken = Hint.of(HintKind.ASSIGNED, 1).conversation(7).person(3L).seq(2);
        Hint back = Hint.of(HintKind.REQUEUED, 1).conversation(7).former(3L).seq(3);

        one.bus.tell(taken);
        one.bus.tell(back);
        two.bus.tell(Hint.of(HintKind.QUEUE, 1));

        await("two hears one", () -> two.heard.equals(List.of(ALL, taken, back)));
        await("three hears both", () -> three.heard.size() == 4);
        assertThat(three.heard).containsSubsequence(taken, back);
        assertThat(one.heard).doesNotContain(taken, back);
        assertThat(one.bus.told()).isEqualTo(2);
        assertThat(two.bus.heard()).isEqualTo(2);
    }

    @Test
    void who_was_cut_off_listens_again_and_knows_that_hints_were_missed() throws Exception {
        DataSource database = open();
        Node one = join("one", database);
        Node two = join("two", database);

        assertThat(cutOff(database)).isEqualTo(2);

        await("both look at everything anew", () -> count(one, ALL) == 2 && count(two, ALL) == 2);
        await("both are connected", () -> one.bus.connected() && two.bus.connected());
        one.bus.tell(Hint.of(HintKind.OFFERS, 1).person(3L));
        await(
                "hints arrive again",
                () -> two.heard.contains(Hint.of(HintKind.OFFERS, 1).person(3L)));
    }

    @Test
    void what_could_not_be_sent_is_made_up_for_by_one_hint_for_all_of_it() {
        DataSource database = open();
        var away = new AtomicBoolean(true);
        Node one = join("one", database, whileNot(away, database));
        Node two = join("two", database);

        one.bus.tell(Hint.of(HintKind.QUEUE, 1));
        await("it failed once", () -> failures > 0);
        away.set(false);

        await("two looks at everything", () -> count(two, ALL) == 2);
        assertThat(two.heard).doesNotContain(Hint.of(HintKind.QUEUE, 1));
    }

    @Test
    void a_flood_is_few_notifications_and_loses_no_conversation_silently() {
        DataSource database = open();
        Node one = join("one", database);
        Node two = join("two", database);
        int conversations = 3_000;

        for (int round = 1; round <= 5; round++)
            for (int i = 1; i <= conversations; i++)
                one.bus.tell(Hint.of(HintKind.MESSAGE, 1).conversation(i).seq(round));

        await("the last of each, or that something is missing", () -> {
            var last = two.heard.stream().filter(h -> h.seq() == 5).count();
            return last == conversations || count(two, ALL) > 1;
        });
    }

    @Test
    void another_installation_in_the_same_database_hears_nothing() {
        DataSource database = open();
        Node one = join("one", database);
        Node two = join("two", database);
        Node stranger = join("stranger", open());

        one.bus.tell(Hint.of(HintKind.QUEUE, 1));
        await("two hears it", () -> two.heard.contains(Hint.of(HintKind.QUEUE, 1)));
        stranger.bus.tell(Hint.of(HintKind.QUEUE, 2));
        await("it was sent", () -> stranger.bus.told() == 1);
        one.bus.tell(Hint.of(HintKind.QUEUE, 3));
        await("two hears that, too", () -> two.heard.contains(Hint.of(HintKind.QUEUE, 3)));

        assertThat(stranger.heard).containsExactly(ALL);
        assertThat(two.heard).doesNotContain(Hint.of(HintKind.QUEUE, 2));
    }

    private record Node(PostgresBus bus, List<Hint> heard) {}

    private volatile int failures;

    private DataSource open() {
        TestDatabase database = TestDatabase.Kind.POSTGRESQL.open();
        opened.add(database);
        return database.dataSource();
    }

    private Node join(String name, DataSource database) {
        return join(name, database, database);
    }

    private Node join(String name, DataSource own, DataSource pool) {
        List<Hint> heard = new CopyOnWriteArrayList<>();
        var bus = new PostgresBus(name, pool, own, Executors.defaultThreadFactory(), heard::add);
        opened.add(bus);
        await(name + " listens", () -> heard.contains(ALL));
        return new Node(bus, heard);
    }

    private DataSource whileNot(AtomicBoolean away, DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    if (away.get()) {
                        failures++;
                        throw new SQLException("away");
                    }
                    try {
                        return method.invoke(database, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** As an administrator, a fail-over or a firewall does. @return how many connections it were */
    private static int cutOff(DataSource database) throws SQLException {
        try (Connection c = database.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where query = 'listen \"' || " + PostgresBus.CHANNEL + " || '\"'")) {
            r.next();
            return r.getInt(1);
        }
    }

    private static long count(Node node, Hint hint) {
        return node.heard.stream().filter(hint::equals).count();
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("never: " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
