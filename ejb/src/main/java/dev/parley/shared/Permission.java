package dev.parley.shared;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a colleague can be allowed; the doors ask for these by name, and pages are guarded by them. */
public enum Permission {
    /** Present, accept, answer, note, transfer, close; sees the conversations of the own departments. */
    ANSWER_CONVERSATIONS,
    /** Sees every conversation of the company, whatever its department, and why it was assigned as it was. */
    SEE_ALL_CONVERSATIONS,
    /** Sees the departments and who belongs to them. */
    SEE_COLLEAGUES,
    /** From which address of the network a visitor came last. */
    SEE_VISITOR_ADDRESS,
    /** Takes away what a colleague noted on a person. */
    REMOVE_NOTES_OF_OTHERS,
    SET_OTHERS_PRESENCE,
    SEE_REPORTS,
    /** Writes the prepared answers that agents use. */
    KEEP_CANNED_RESPONSES,
    EDIT_KNOWLEDGE,
    /** Name, locations and contacts, lists of words, mail, what may be sent as a file. */
    EDIT_COMPANY,
    /** Sites with their look, texts and questions. */
    EDIT_SITES,
    /** Departments with their people, rules and promises, what each agent is given (skills, capacity), and business hours. */
    EDIT_DEPARTMENTS,
    /** Invites, changes and deactivates colleagues; never one who may more. */
    MANAGE_PEOPLE,
    /** Makes, changes and removes the company's own roles; never one that may more. */
    MANAGE_ROLES,
    /** Makes and revokes what programs show at the REST API; it never opens more than its maker may. */
    MANAGE_TOKENS,
    READ_AUDIT_LOG,
    /** What only the owner may: ownership itself. No own role has it. */
    OWN_COMPANY;

    /** Those that a company can put into a role of its own, in their order. */
    public static final Set<Permission> FOR_ROLES =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(OWN_COMPANY)));

    /** Whoever has one of them works in the portal. */
    public static final Set<Permission> OF_PORTAL = Collections.unmodifiableSet(EnumSet.of(
            SEE_ALL_CONVERSATIONS,
            SET_OTHERS_PRESENCE,
            SEE_REPORTS,
            KEEP_CANNED_RESPONSES,
            EDIT_KNOWLEDGE,
            EDIT_COMPANY,
            EDIT_SITES,
            EDIT_DEPARTMENTS,
            MANAGE_PEOPLE,
            MANAGE_ROLES,
            MANAGE_TOKENS,
            READ_AUDIT_LOG,
            OWN_COMPANY));

    /** As it stands in JSON, in the database and among the container's groups. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Nothing for a name that no permission has, as one that went with a later version. */
    public static Optional<Permission> find(String wire) {
        for (Permission permission : values()) if (permission.wire().equals(wire)) return Optional.of(permission);
        return Optional.empty();
    }

    /** As a row keeps some: a blank before and behind each name, so that SQL finds one. */
    public static String join(Collection<Permission> permissions) {
        return permissions.stream().map(Permission::wire).collect(Collectors.joining(" ", " ", " "));
    }

    /** Those of a row; a name that no permission has opens nothing. */
    public static Set<Permission> parse(String names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String name : names.split(" ")) find(name).ifPresent(permissions::add);
        return permissions;
    }

    /** @throws Invalid if there is no such permission */
    public static Permission of(String wire) {
        return find(wire).orElseThrow(() -> new Invalid("There is no permission '" + wire + "'."));
    }
}
