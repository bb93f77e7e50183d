package dev.parley.sip.container.session;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What an application keeps with a session. */
final class Attributes {
    private final Map<String, Object> values = new ConcurrentHashMap<>();

    Object get(String name) {
        return values.get(Objects.requireNonNull(name, "name"));
    }

    void set(String name, Object value) {
        values.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    }

    void remove(String name) {
        values.remove(Objects.requireNonNull(name, "name"));
    }

    Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    void clear() {
        values.clear();
    }
}
