package dev.parley.operator;

import dev.parley.shared.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * All tables as they stood at one moment, however long the reading takes: a read-only transaction of a connection of its own, which no
 * transaction of the container's knows. Rows come from the database a few at a time.
 */
final class Snapshot implements AutoCloseable {
    /** So many rows are in memory at once; the longest has a megabyte. */
    private static final int ROWS_AT_ONCE = 100;

    private final Connection connection;
    private final int isolationBefore;

    private Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        this.isolationBefore = connection.getTransactionIsolation();
    }

    static Snapshot open(DataSource dataSource) throws SQLException {
        int isolation = Database.of(dataSource).snapshotIsolation();
        Snapshot snapshot = new Snapshot(dataSource.getConnection());
        try {
            snapshot.begin(isolation);
            return snapshot;
        } catch (SQLException e) {
            snapshot.close();
            throw e;
        }
    }

    /** The moment is that of the first question, so one is asked. */
    private void begin(int isolation) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(false);
        try (PreparedStatement first = connection.prepareStatement("select id from company where id = 0")) {
            first.executeQuery().close();
        }
    }

    /** Does something with the rows of a query that has one parameter, a company's key. */
    void read(String query, long company, Rows rows) throws SQLException, java.io.IOException {
        try (PreparedStatement statement =
                connection.prepareStatement(query, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setLong(1, company);
            try (ResultSet found = statement.executeQuery()) {
                rows.read(found);
            }
        }
    }

    /** What is done with rows. */
    interface Rows {
        void read(ResultSet rows) throws SQLException, java.io.IOException;
    }

    /** The pool gets the connection back as it gave it. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolationBefore);
            connection.setReadOnly(false);
        }
    }
}
