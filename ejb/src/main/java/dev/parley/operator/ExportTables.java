package dev.parley.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an export holds, as {@code tables.txt} says it: each table and column of the database by name, and whether it leaves the building.
 * A table or column that is not named there is not exported; a test fails until it is.
 *
 * @param all in the order of their names
 * @param outside tables that belong to the installation and to no company
 */
record ExportTables(List<ExportTable> all, Set<String> outside) {
    private static final ExportTables READ = read();

    ExportTables {
        all = List.copyOf(all);
        outside = Set.copyOf(outside);
    }

    static ExportTables get() {
        return READ;
    }

    private static ExportTables read() {
        try (InputStream text = ExportTables.class.getResourceAsStream("tables.txt")) {
            return parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportTables parse(String text) {
        List<ExportTable> all = new ArrayList<>();
        Set<String> outside = new HashSet<>();
        for (String line : text.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) continue;
            if (line.startsWith("!")) outside.add(line.substring(1).strip());
            else all.add(table(line));
        }
        return new ExportTables(all, outside);
    }

    private static ExportTable table(String line) {
        String[] parts = line.split(":", 2);
        List<String> columns = new ArrayList<>();
        Set<String> withheld = new HashSet<>();
        for (String column : parts[1].strip().split("\\s+")) {
            if (column.startsWith("-")) withheld.add(column.substring(1));
            else columns.add(column);
        }
        return new ExportTable(parts[0].strip(), columns, withheld);
    }
}
