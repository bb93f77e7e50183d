package dev.parley.bench.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What one transaction changed, in its own order.
 *
 * @param at when it was committed
 * @param begun when it had begun: what it went by it read later than that
 */
record Commit(long at, long begun, List<Change> changes) {

    /**
     * One row as it is now, or as it was last where it is gone.
     *
     * @param row the columns that {@link Watch} names, in that order
     */
    record Change(String table, Kind kind, JsonNode row) {
        long key(int column) {
            return row.get(column).asLong();
        }

        /** Null where the column is. */
        Long keyOrNull(int column) {
            return row.get(column).isNull() ? null : key(column);
        }

        /** Null where the column is. */
        String text(int column) {
            return row.get(column).isNull() ? null : row.get(column).asText();
        }

        int number(int column, int otherwise) {
            return row.get(column).asInt(otherwise);
        }

        @Override
        public String toString() {
            return table + " " + kind.name().toLowerCase(java.util.Locale.ROOT) + " " + row;
        }
    }

    /** What became of the row; {@code THERE} stood already when the watch began. */
    enum Kind {
        THERE,
        INSERT,
        UPDATE,
        DELETE;

        static Kind of(String letter) {
            return switch (letter) {
                case "T" -> THERE;
                case "I" -> INSERT;
                case "U" -> UPDATE;
                case "D" -> DELETE;
                default -> throw new IllegalArgumentException("no such kind: " + letter);
            };
        }
    }
}
