package dev.parley.agent;

import dev.parley.access.AccountDraft;
import java.util.List;

/**
 * A colleague as an administrator writes it; what is null stays as it is.
 *
 * @param departments public ids of all that the person shall belong to
 * @param capacity conversations at once, 0 to 1,000
 */
public record PersonDraft(AccountDraft account, List<String> departments, Integer capacity) {
    public PersonDraft {
        departments = departments == null ? null : List.copyOf(departments);
    }
}
