package dev.parley.conversation;

import java.util.List;

/** Part of a list, and the cursor of the next part, or null at the end. */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }
}
