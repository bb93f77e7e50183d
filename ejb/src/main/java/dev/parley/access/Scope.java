package dev.parley.access;

import dev.parley.shared.Invalid;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A part of the REST API that an API token is let into. Writing does not include reading. */
public enum Scope {
    /** Conversations with their messages, visitors, notes, files and decisions; calls. */
    CONVERSATIONS_READ,
    CONVERSATIONS_WRITE,
    /** Colleagues: who they are, what they can, whether they are there; invitations. */
    AGENTS_READ,
    AGENTS_WRITE,
    /** The company, its sites, departments, hours, lists and mail. */
    SETTINGS_READ,
    SETTINGS_WRITE,
    ARTICLES_READ,
    ARTICLES_WRITE,
    REPORTS_READ,
    AUDIT_READ;

    /** As it stands in JSON and in the database: {@code conversations:read}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** @throws Invalid if there is no such scope */
    public static Scope of(String wire) {
        for (Scope scope : values()) if (scope.wire().equals(wire)) return scope;
        throw new Invalid("There is no such scope. There are: "
                + String.join(", ", Arrays.stream(values()).map(Scope::wire).toList()) + ".");
    }

    /** In the order of this list, each once; unmodifiable. @throws Invalid if there is none */
    public static Set<Scope> set(Collection<Scope> scopes) {
        if (scopes == null || scopes.isEmpty()) throw new Invalid("A token needs at least one scope.");
        return Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }
}
