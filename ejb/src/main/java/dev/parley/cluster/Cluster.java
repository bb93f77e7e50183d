package dev.parley.cluster;

import dev.parley.cluster.postgres.PostgresBus;
import dev.parley.db.DeskDataSource;
import dev.parley.shared.Database;
import dev.parley.shared.Migration;
import dev.parley.shared.Node;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** This node's end of the bus. Hints of other nodes are fired as {@link Hint}, one after the other, outside of any transaction. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Cluster {
    private static final Logger LOG = Logger.getLogger(Cluster.class.getName());

    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Migration migration;

    @Inject
    private Node node;

    @Inject
    private Event<Hint> hints;

    @Inject
    private Event<HintsMissed> missed;

    private final LongAdder found = new LongAdder();
    private ClusterBus bus;

    @PostConstruct
    void join() {
        bus = migration.database() == Database.POSTGRESQL
                // a connection of its own: pools hide what PostgreSQL says unasked
                ? new PostgresBus(node.id(), dataSource, DeskDataSource.unshared(), threads, this::fire)
                : new OneNode();
    }

    private void fire(Hint hint) {
        try {
            if (hint.kind() == HintKind.ALL) missed.fire(new HintsMissed());
            else hints.fire(hint);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "a hint (" + hint.kind() + ") could not be followed; the next look finds it");
        }
    }

    /** Tells the other nodes, soon; may be lost. */
    public void tell(Hint hint) {
        bus.tell(hint);
    }

    /** Whether other nodes may share the database: on H2 there are none. */
    public boolean shared() {
        return bus.shared();
    }

    /** Whether hints of other nodes arrive now. */
    public boolean connected() {
        return bus.connected();
    }

    /** How many hints this node has sent since its start. */
    public long told() {
        return bus.told();
    }

    /** How many hints of other nodes it has heard since its start. */
    public long heard() {
        return bus.heard();
    }

    /** A look at the database found what no hint had told. */
    public void found() {
        found.increment();
    }

    /** How often that was so since the start. */
    public long finds() {
        return found.sum();
    }

    @PreDestroy
    void leave() {
        bus.close();
    }
}
