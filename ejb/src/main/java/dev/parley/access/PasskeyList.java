package dev.parley.access;

import java.util.List;

/**
 * The own passkeys, oldest first.
 *
 * @param refused the company lets this person in by single sign-on only: none of them opens anything
 * @param full there is no room for another one
 */
public record PasskeyList(List<PasskeyView> passkeys, boolean refused, boolean full) {
    public PasskeyList {
        passkeys = List.copyOf(passkeys);
    }
}
