package dev.parley.operator;

import dev.parley.company.CompanyView;
import dev.parley.file.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.zip.ZipOutputStream;

/** Writes a company as a ZIP: its tables, its files, and the manifest as the last entry. Nothing of it is in memory as a whole. */
final class CompanyArchive {
    /** Files that were refused or given up have no bytes; what is still checked may be harmful. */
    private static final String FILES =
            "select public_id, store_key, sha256 from stored_file where company_id = ? and state = 'ready'";
    /** What nothing shows any more is about to go. */
    private static final String PICTURES =
            "select public_id, store_key, size from picture where company_id = ? and loose_since is null";

    private final Snapshot snapshot;
    private final FileStore store;
    private final CompanyView company;

    CompanyArchive(Snapshot snapshot, FileStore store, CompanyView company) {
        this.snapshot = snapshot;
        this.store = store;
        this.company = company;
    }

    /** Leaves {@code out} open. */
    void write(OutputStream out, Instant at) throws IOException, SQLException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Manifest manifest = new Manifest(company, at);
        for (ExportTable table : ExportTables.get().all()) write(zip, table, manifest);
        snapshot.read(
                FILES,
                company.id(),
                rows -> files(zip, rows, manifest, e -> e.sha256().equals(rows.getString(3))));
        snapshot.read(PICTURES, company.id(), rows -> files(zip, rows, manifest, e -> e.bytes() == rows.getLong(3)));
        try (Entry entry = Entry.begin(zip, "manifest.json")) {
            entry.write(manifest.json().toString().getBytes(StandardCharsets.UTF_8));
        }
        zip.finish();
    }

    private void write(ZipOutputStream zip, ExportTable table, Manifest manifest) throws IOException, SQLException {
        String file = "tables/" + table.name() + ".jsonl";
        try (Entry entry = Entry.begin(zip, file)) {
            TableLines lines = new TableLines(table.columns(), entry);
            snapshot.read(
                    table.query(),
                    company.id(),
                    rows -> manifest.table(table.name(), file, lines.write(rows), entry.sha256()));
        }
    }

    /** Whether an entry holds the bytes that its row speaks of. */
    private interface Whole {
        boolean is(Entry entry) throws SQLException;
    }

    private void files(ZipOutputStream zip, ResultSet rows, Manifest manifest, Whole whole)
            throws SQLException, IOException {
        while (rows.next()) {
            String id = rows.getString(1);
            try (InputStream stored = store.open(rows.getString(2));
                    Entry entry = Entry.begin(zip, "files/" + id)) {
                stored.transferTo(entry);
                manifest.file(id, entry.bytes(), whole.is(entry));
            } catch (NoSuchFileException e) {
                manifest.missing(id);
            }
        }
    }
}
