package dev.parley.audit;

import java.util.List;

/** Changes, newest first, and the cursor of the next part, or null at the end. */
public record AuditPage(List<AuditView> items, String next) {
    public AuditPage {
        items = List.copyOf(items);
    }
}
