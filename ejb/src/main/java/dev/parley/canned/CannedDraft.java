package dev.parley.canned;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A canned response as somebody writes it.
 *
 * @param id public id of the one to keep, or null for a new one
 * @param shortcut 1 to 40 letters, digits and {@code . - _}; case does not count
 * @param department public id of the one whose conversations it is for, or null for all
 * @param text 1 to 4,000 characters, for whoever speaks no language of {@code texts}
 * @param texts by language tag, at most 20; null for none
 * @param version the one that was read, or null to write whatever happened meanwhile
 */
public record CannedDraft(
        String id, String shortcut, String department, String text, Map<String, String> texts, Long version) {
    public CannedDraft {
        texts = texts == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
}
