package dev.parley.operator;

import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.company.Companies;
import dev.parley.company.CompanyView;
import dev.parley.file.FileStore;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Json;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Unavailable;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * All that is one company's, for its operator to hand over or to keep: rows as they stood at one moment, and files. Secrets stay here: no
 * password, token, key or code, nor what is kept of one.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CompanyExports {
    /** One at a time in a node: each holds a connection and the database's moment for as long as its reader takes. */
    private static final Semaphore RUNNING = new Semaphore(1);

    private static final Logger LOG = Logger.getLogger(CompanyExports.class.getName());

    @Resource(lookup = "java:app/jdbc/parley")
    DataSource dataSource;

    @Inject
    Companies companies;

    @Inject
    FileStore store;

    @Inject
    AuditTrail audit;

    @Inject
    OwnTransaction own;

    @Inject
    Clock clock;

    /**
     * Notes in the company's audit log that all of it is taken out, before it is.
     *
     * @param company its public id
     * @throws Forbidden if anybody but the operator asks
     * @throws NotFound if there is no such company
     * @throws Unavailable if another export is running on this node
     */
    public CompanyView begin(Caller caller, String company) {
        Caller.Operator operator = caller.requireOperator();
        if (RUNNING.availablePermits() == 0) throw busy();
        return own.call(() -> {
            CompanyView found = companies.get(operator, company);
            audit.record(
                    operator.in(found.id()),
                    new AuditSubject(AuditKind.EXPORT, found.publicId(), found.name()),
                    null,
                    Json.createObjectBuilder().add("name", found.name()).build());
            return found;
        });
    }

    /**
     * Writes the archive, a ZIP of {@code tables/<name>.jsonl}, {@code files/<id>} and, last, {@code manifest.json} with counts and digests.
     * The database is read for as long as {@code out} takes, in a transaction that holds nobody up. Where it fails half-way, the
     * manifest is missing.
     *
     * @param company as {@link #begin} gave it
     * @param out is left open
     * @throws Forbidden if anybody but the operator asks
     * @throws Unavailable before the first byte, if another export is running on this node
     * @throws IOException if it cannot be written, or the database fails
     */
    public void write(Caller caller, CompanyView company, OutputStream out) throws IOException {
        caller.requireOperator();
        if (!RUNNING.tryAcquire()) throw busy();
        try {
            archive(company, out);
        } finally {
            RUNNING.release();
        }
        LOG.log(Level.INFO, "company {0} was exported", company.publicId());
    }

    private void archive(CompanyView company, OutputStream out) throws IOException {
        try (Snapshot snapshot = Snapshot.open(dataSource)) {
            new CompanyArchive(snapshot, store, company).write(out, clock.instant());
        } catch (SQLException e) {
            LOG.log(Level.WARNING, e, () -> "the export of company " + company.publicId() + " was broken off");
            throw new IOException("the database failed", e);
        }
    }

    private static Unavailable busy() {
        return new Unavailable("Another export is running. Try again when it is done.");
    }
}
