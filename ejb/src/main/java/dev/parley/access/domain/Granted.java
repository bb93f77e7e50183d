package dev.parley.access.domain;

import dev.parley.shared.HeldRole;
import dev.parley.shared.Role;

/** A role to be given: one of the desk's, or one of the company's own; the other is null. */
public record Granted(Role role, OwnRole own) {
    public Granted {
        if ((role == null) == (own == null)) throw new IllegalArgumentException("one of both");
    }

    /** What it allows. */
    public HeldRole held() {
        return own == null ? HeldRole.of(role) : own.held();
    }
}
