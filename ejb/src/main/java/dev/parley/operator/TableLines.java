package dev.parley.operator;

import dev.parley.shared.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Writes rows as JSON, one a line: members are called as the columns, times are ISO 8601 in UTC, what is null is there as null. */
final class TableLines {
    private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());

    private final List<String> columns;
    private final OutputStream out;

    TableLines(List<String> columns, OutputStream out) {
        this.columns = columns;
        this.out = out;
    }

    /** @return how many there were */
    long write(ResultSet rows) throws SQLException, IOException {
        long written = 0;
        for (; rows.next(); written++) {
            StringWriter line = new StringWriter();
            try (JsonGenerator json = JSON.createGenerator(line)) {
                json.writeStartObject();
                for (int i = 0; i < columns.size(); i++) member(json, columns.get(i), rows, i + 1);
                json.writeEnd();
            }
            line.write('\n');
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        }
        return written;
    }

    private static void member(JsonGenerator json, String name, ResultSet rows, int column) throws SQLException {
        Object value = value(rows, column);
        if (value == null) json.writeNull(name);
        else if (value instanceof Boolean truth) json.write(name, truth);
        else if (value instanceof Integer number) json.write(name, number);
        else if (value instanceof Long number) json.write(name, number);
        else if (value instanceof BigDecimal number) json.write(name, number);
        else if (value instanceof OffsetDateTime at)
            json.write(name, at.toInstant().toString());
        else json.write(name, value.toString());
    }

    /** Drivers differ in what they make of a time by themselves. */
    private static Object value(ResultSet rows, int column) throws SQLException {
        return switch (rows.getMetaData().getColumnType(column)) {
            case java.sql.Types.TIMESTAMP, java.sql.Types.TIMESTAMP_WITH_TIMEZONE ->
                rows.getObject(column, OffsetDateTime.class);
            case java.sql.Types.DATE -> rows.getObject(column, java.time.LocalDate.class);
            default -> rows.getObject(column);
        };
    }
}
