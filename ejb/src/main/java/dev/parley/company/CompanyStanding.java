package dev.parley.company;

import java.time.Instant;
import java.util.List;

/**
 * A company as the operator sees it.
 *
 * @param id its public id
 * @param sites keys of its sites, archived ones too
 * @param people how many may sign in
 * @param suspendedAt since when nobody of it is let in; null where they are
 * @param suspendedReason why; null where they are let in
 */
public record CompanyStanding(
        String id,
        String name,
        Instant createdAt,
        List<String> sites,
        long people,
        Instant suspendedAt,
        String suspendedReason) {
    public CompanyStanding {
        sites = List.copyOf(sites);
    }
}
