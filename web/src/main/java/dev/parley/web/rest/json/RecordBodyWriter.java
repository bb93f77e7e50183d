package dev.parley.web.rest.json;

import dev.parley.shared.Json;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/** Writes a record as a JSON object: enums in lower case, moments as ISO 8601, what is null left out. */
@Provider
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public class RecordBodyWriter implements MessageBodyWriter<Record> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public void writeTo(
            Record body,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(json(body).getBytes(StandardCharsets.UTF_8));
    }

    /** What is written for a record. */
    public static String json(Record body) {
        return value(body).toString();
    }

    private static JsonValue value(Object value) {
        if (value instanceof JsonValue json) return json;
        if (value instanceof Boolean truth) return truth ? JsonValue.TRUE : JsonValue.FALSE;
        if (value instanceof Number number) return Json.createValue(new BigDecimal(number.toString()));
        if (value instanceof Enum<?> constant) {
            return Json.createValue(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (value instanceof Collection<?> items) {
            var array = Json.createArrayBuilder();
            items.forEach(i -> array.add(value(i)));
            return array.build();
        }
        if (value instanceof Record record) return object(record);
        return Json.createValue(value.toString());
    }

    private static JsonValue object(Record record) {
        var object = Json.createObjectBuilder();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = read(record, component);
            if (value != null) object.add(component.getName(), value(value));
        }
        return object.build();
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
