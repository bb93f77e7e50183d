package dev.parley.operator;

import dev.parley.company.CompanyView;
import dev.parley.shared.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an archive holds, while it is written: its last entry, so that one without it is seen not to be whole. */
final class Manifest {
    /** Of files that are not there, or not as they were received, so many are named; all are counted. */
    private static final int MOST_NAMED = 1_000;

    private final CompanyView company;
    private final Instant at;
    private final JsonArrayBuilder tables = Json.createArrayBuilder();
    private final List<String> missing = new ArrayList<>();
    private final List<String> damaged = new ArrayList<>();
    private long files;
    private long bytes;
    private long missed;
    private long damages;

    Manifest(CompanyView company, Instant at) {
        this.company = company;
        this.at = at;
    }

    void table(String name, String file, long rows, String sha256) {
        tables.add(Json.createObjectBuilder()
                .add("name", name)
                .add("file", file)
                .add("rows", rows)
                .add("sha256", sha256));
    }

    /** @param whole whether its bytes are those that were received */
    void file(String id, long size, boolean whole) {
        files++;
        bytes += size;
        if (whole) return;
        damages++;
        if (damaged.size() < MOST_NAMED) damaged.add(id);
    }

    /** The store has not got it. */
    void missing(String id) {
        missed++;
        if (missing.size() < MOST_NAMED) missing.add(id);
    }

    JsonObject json() {
        JsonObjectBuilder stored = Json.createObjectBuilder()
                .add("folder", "files")
                .add("count", files)
                .add("bytes", bytes)
                .add("missing", missed)
                .add("missingIds", Json.createArrayBuilder(missing))
                .add("damaged", damages)
                .add("damagedIds", Json.createArrayBuilder(damaged));
        return Json.createObjectBuilder()
                .add("format", "parley-company-export")
                .add("version", 1)
                .add(
                        "company",
                        Json.createObjectBuilder().add("id", company.publicId()).add("name", company.name()))
                .add("at", at.toString())
                .add("tables", tables)
                .add("files", stored)
                .build();
    }
}
