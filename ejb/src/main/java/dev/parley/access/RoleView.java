package dev.parley.access;

import dev.parley.shared.HeldRole;
import java.util.List;

/**
 * A role of the company's.
 *
 * @param holders names of those who have it, invited and deactivated ones too; empty for the desk's and in lists
 * @param count how many have it; 0 for the desk's
 * @param version grows with every change; 0 for the desk's, which never change
 */
public record RoleView(HeldRole role, List<String> holders, int count, long version) {
    public RoleView {
        holders = List.copyOf(holders);
    }
}
