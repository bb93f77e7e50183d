package dev.parley.web.portal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody else changed while this administrator was editing.
 *
 * @param field as the form calls it
 */
public record TheirChange(String field, String was, String now) implements Serializable {
    /** What differs between two states of a form, each by the form's names of its fields. */
    static List<TheirChange> between(Map<String, String> seen, Map<String, String> now) {
        List<TheirChange> changes = new ArrayList<>();
        now.forEach((field, value) -> {
            String was = seen.get(field);
            if (!Objects.equals(was, value)) changes.add(new TheirChange(field, was, value));
        });
        return changes;
    }

    // expressions of Jakarta EE 10 read getters

    public String getField() {
        return field;
    }

    public String getWas() {
        return was == null || was.isEmpty() ? "–" : was;
    }

    public String getNow() {
        return now == null || now.isEmpty() ? "–" : now;
    }
}
