package dev.parley.agent;

import dev.parley.access.AccountDetails;
import dev.parley.company.DepartmentDetails;
import java.util.List;

/**
 * A colleague as the company's administrators see it.
 *
 * @param presence as it is now; offline for who has never been there
 * @param departments those that are not archived, in the company's order
 */
public record PersonView(AccountDetails account, PresenceView presence, List<DepartmentDetails> departments) {
    public PersonView {
        departments = List.copyOf(departments);
    }
}
