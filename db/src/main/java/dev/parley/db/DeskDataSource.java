package dev.parley.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one data source. It reads the settings itself, so that one archive runs unchanged on every server: H2 in a file, PostgreSQL by
 * {@code PARLEY_DB_URL}, or a data source of the server's own by {@code PARLEY_DB_JNDI}. It lies in the library jar, where the pools of
 * all three servers find it; they pool what it returns.
 */
public class DeskDataSource implements DataSource {
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private volatile DataSource target;
    private String description;

    private DataSource target() {
        DataSource found = target;
        if (found == null) {
            synchronized (this) {
                if (target == null) target = create();
                found = target;
            }
        }
        return found;
    }

    private static DataSource create() {
        var jndi = Settings.find("PARLEY_DB_JNDI");
        if (jndi.isPresent()) {
            try {
                return InitialContext.doLookup(jndi.get());
            } catch (NamingException e) {
                throw new IllegalStateException("PARLEY_DB_JNDI names no data source: " + jndi.get(), e);
            }
        }
        String url = Settings.databaseUrl();
        if (url.startsWith(POSTGRESQL)) return postgresql(url);
        var h2 = new org.h2.jdbcx.JdbcDataSource();
        h2.setURL(url);
        h2.setUser(Settings.get("PARLEY_DB_USER", "sa"));
        h2.setPassword(Settings.get("PARLEY_DB_PASSWORD", ""));
        return h2;
    }

    private static DataSource postgresql(String url) {
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        postgres.setUser(Settings.get("PARLEY_DB_USER", "parley"));
        postgres.setPassword(Settings.get("PARLEY_DB_PASSWORD", ""));
        postgres.setReWriteBatchedInserts(true);
        // a database that hangs must not hold every thread: fail, answer "unavailable", try again
        postgres.setConnectTimeout(5);
        postgres.setSocketTimeout(30);
        return postgres;
    }

    /**
     * For who needs a connection as PostgreSQL gives it, for long: by {@code PARLEY_DB_URL}, also where that is set beside
     * {@code PARLEY_DB_JNDI}. Without it it is what the server's data source gives, which may hide PostgreSQL's connection.
     */
    public static DataSource unshared() {
        return Settings.find("PARLEY_DB_URL")
                .filter(url -> url.startsWith(POSTGRESQL))
                .map(DeskDataSource::postgresql)
                .orElseGet(DeskDataSource::new);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return target().getConnection();
    }

    /** The settings decide who signs in to the database; what a pool passes is not used. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return target().getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // servers set one; the drivers log through java.util.logging
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // fixed in create()
    }

    @Override
    public int getLoginTimeout() {
        return 5;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("dev.parley.db");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : target().unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || target().isWrapperFor(type);
    }

    /** WildFly wants at least one property on the annotation; this is it. */
    public void setDescription(String description) {
        this.description = description;
    }

    public String getDescription() {
        return description;
    }

    // Payara's pool sets these through the annotation; the settings are read in create() instead

    public void setUrl(String url) {}

    public void setUser(String user) {}

    public void setPassword(String password) {}

    public void setServerName(String name) {}

    public void setPortNumber(int port) {}

    public void setDatabaseName(String name) {}
}
