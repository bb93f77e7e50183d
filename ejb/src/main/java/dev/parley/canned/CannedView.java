package dev.parley.canned;

import java.util.Map;

/**
 * A prepared answer.
 *
 * @param id public id
 * @param shortcut in small letters, by which agents call it
 * @param department public id of the one whose conversations it is for, or null for all
 * @param departmentName null for all
 * @param text with its variables as written
 * @param texts in other languages, by tag
 * @param version grows with every change
 */
public record CannedView(
        String id,
        String shortcut,
        String department,
        String departmentName,
        String text,
        Map<String, String> texts,
        long version) {}
