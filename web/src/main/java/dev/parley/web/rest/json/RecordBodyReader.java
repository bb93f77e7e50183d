package dev.parley.web.rest.json;

import dev.parley.shared.DeskException;
import dev.parley.shared.Invalid;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a JSON object into a record: a component takes the member of its name, null where there is none. Components are texts, booleans,
 * numbers, records, JSON objects as they are, and lists of texts or records; a member of another type is refused by name, and one that no component asks for is not looked at.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class RecordBodyReader implements MessageBodyReader<Record> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return record(type, BoundedJson.read(body));
    }

    private static <R extends Record> R record(Class<R> type, JsonObject object) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(c -> value(c, object.get(c.getName())))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof DeskException refused) throw refused;
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component, JsonValue value) {
        String name = component.getName();
        Class<?> type = component.getType();
        boolean absent = value == null || value == JsonValue.NULL;
        if (type == boolean.class) return !absent && truth(name, value);
        if (absent) return null;
        if (type == String.class) return text(name, value);
        if (type == Boolean.class) return truth(name, value);
        if (type == Integer.class) return number(name, value);
        if (type == List.class) return list(name, elementOf(component), value);
        if (type == JsonArray.class) {
            if (value instanceof JsonArray array) return array;
            throw wrong(name, "a list");
        }
        if (type == JsonObject.class && value instanceof JsonObject object) return object;
        if (type.isRecord() && value instanceof JsonObject object) return record(type.asSubclass(Record.class), object);
        throw wrong(name, "an object");
    }

    private static boolean truth(String name, JsonValue value) {
        if (value == JsonValue.TRUE) return true;
        if (value == JsonValue.FALSE) return false;
        throw wrong(name, "true or false");
    }

    private static String text(String name, JsonValue value) {
        if (value instanceof JsonString text) return text.getString();
        throw wrong(name, "a text");
    }

    /** Never by the exact value of something like 1e999999999, which would take for ever. */
    private static Integer number(String name, JsonValue value) {
        if (value instanceof JsonNumber number) {
            double d = number.doubleValue();
            if (d == Math.rint(d) && Math.abs(d) <= Integer.MAX_VALUE) return (int) d;
        }
        throw wrong(name, "a whole number");
    }

    private static Class<?> elementOf(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    private static List<?> list(String name, Class<?> element, JsonValue value) {
        if (!(value instanceof JsonArray array)) throw wrong(name, "a list");
        List<Object> items = new ArrayList<>();
        array.forEach(v -> items.add(element.isRecord() ? item(name, element, v) : text(name, v)));
        return items;
    }

    private static Record item(String name, Class<?> type, JsonValue value) {
        if (value instanceof JsonObject object) return record(type.asSubclass(Record.class), object);
        throw wrong(name, "a list of objects");
    }

    private static Invalid wrong(String name, String wanted) {
        return new Invalid("'" + name + "' must be " + wanted + ".");
    }
}
