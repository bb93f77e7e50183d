package dev.parley.shared;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.persistence.metamodel.EntityType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;

/** How the desk's own parts are. Anyone may ask: the answers hold no data of a company. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Vitals {
    private static final Logger LOG = Logger.getLogger(Vitals.class.getName());
    private static final int SECONDS = 5;

    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    @PersistenceUnit(unitName = "desk")
    private EntityManagerFactory persistence;

    /**
     * The running persistence.
     *
     * @param notWoven entities that the build did not weave: they would load everything eagerly
     */
    public record Persistence(String provider, int entities, List<String> notWoven) {}

    /** Asks the database. @throws SQLException if it does not answer within five seconds */
    public void askDatabase() throws SQLException {
        try (Connection c = dataSource.getConnection()) {
            if (!c.isValid(SECONDS)) throw new SQLException("no answer within " + SECONDS + " s");
        }
    }

    /** @throws jakarta.persistence.PersistenceException if the provider is not EclipseLink */
    public Persistence persistence() {
        String provider =
                persistence.unwrap(JpaEntityManagerFactory.class).getClass().getName();
        Set<EntityType<?>> entities = persistence.getMetamodel().getEntities();
        List<String> notWoven = entities.stream()
                .map(EntityType::getJavaType)
                .filter(type -> !PersistenceWeaved.class.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .sorted()
                .toList();
        return new Persistence(provider, entities.size(), notWoven);
    }

    /** How many conversations of all companies wait for an agent; -1 where the database does not answer. */
    public long conversationsWaiting() {
        try (Connection c = dataSource.getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from conversation where status = 'waiting'")) {
            return r.next() ? r.getLong(1) : -1;
        } catch (SQLException e) {
            LOG.log(Level.FINE, "the queue's length cannot be told", e);
            return -1;
        }
    }
}
