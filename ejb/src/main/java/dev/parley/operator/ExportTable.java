package dev.parley.operator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of which a company's rows are exported.
 *
 * @param columns those that leave the building, in their order
 * @param withheld those that never do
 */
record ExportTable(String name, List<String> columns, Set<String> withheld) {
    ExportTable {
        columns = List.copyOf(columns);
        withheld = Set.copyOf(withheld);
    }

    /** Asks for the rows of one company, whose key is the one parameter. Names are the resource's own; none comes from outside. */
    String query() {
        String key = name.equals("company") ? "id" : "company_id";
        return columns.stream().map(ExportTable::quoted).collect(Collectors.joining(", ", "select ", " from "))
                + quoted(name) + " where " + quoted(key) + " = ?";
    }

    /** Some columns are called like words of SQL. */
    private static String quoted(String identifier) {
        return '"' + identifier + '"';
    }
}
