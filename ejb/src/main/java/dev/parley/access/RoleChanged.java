package dev.parley.access;

import dev.parley.shared.HeldRole;
import java.util.Set;

/**
 * What some accounts are allowed is another matter from now on: who has one of the company's own roles that was changed, or who was given
 * another that allows all of the former. Their sign-ins go on; pages and the API ask anew each time, sockets have to come again.
 *
 * @param accounts keys
 */
public record RoleChanged(Set<Long> accounts, HeldRole now) {
    public RoleChanged {
        accounts = Set.copyOf(accounts);
    }
}
