package dev.parley.shared;

import dev.parley.db.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Brings the tables up to date before anything asks them, and refuses a database that cannot keep our promise. Every other start-up bean
 * depends on it; across modules, where {@code @DependsOn} is spelt differently in an EAR and in a WAR, they inject it and call
 * {@link #applied()}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class Migration {
    private static final Logger LOG = Logger.getLogger(Migration.class.getName());

    @Resource(lookup = "java:app/jdbc/parley")
    private DataSource dataSource;

    private int applied;
    private Database database;

    @PostConstruct
    void migrate() {
        StartUp.check();
        try {
            Files.createDirectories(Settings.data());
            database = Database.of(dataSource);
            database.assertDurable(dataSource);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The database cannot be used: " + e.getMessage(), e);
        }
        applied = database.migrate(dataSource, Migration.class.getClassLoader());
        LOG.log(Level.INFO, "tables ready on {0}, {1} migrations applied", new Object[] {database, applied});
    }

    /** How many migrations this start applied. The call returns when the tables are ready. */
    public int applied() {
        return applied;
    }

    /** Which database this is. */
    public Database database() {
        return database;
    }
}
