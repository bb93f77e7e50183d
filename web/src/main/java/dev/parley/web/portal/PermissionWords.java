package dev.parley.web.portal;

import dev.parley.shared.HeldRole;
import dev.parley.shared.Permission;
import dev.parley.web.language.Words;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What permissions are called, and which belong together. */
final class PermissionWords {
    private static final Map<String, List<Permission>> GROUPS = groups();

    private PermissionWords() {}

    private static Map<String, List<Permission>> groups() {
        Map<String, List<Permission>> groups = new LinkedHashMap<>();
        groups.put(
                "roles.group.conversations",
                List.of(
                        Permission.ANSWER_CONVERSATIONS,
                        Permission.SEE_ALL_CONVERSATIONS,
                        Permission.SEE_COLLEAGUES,
                        Permission.SEE_VISITOR_ADDRESS,
                        Permission.REMOVE_NOTES_OF_OTHERS,
                        Permission.SET_OTHERS_PRESENCE));
        groups.put(
                "roles.group.contents",
                List.of(Permission.KEEP_CANNED_RESPONSES, Permission.EDIT_KNOWLEDGE, Permission.SEE_REPORTS));
        groups.put(
                "roles.group.company",
                List.of(Permission.EDIT_COMPANY, Permission.EDIT_SITES, Permission.EDIT_DEPARTMENTS));
        groups.put(
                "roles.group.access",
                List.of(
                        Permission.MANAGE_PEOPLE,
                        Permission.MANAGE_ROLES,
                        Permission.MANAGE_TOKENS,
                        Permission.READ_AUDIT_LOG));
        return groups;
    }

    /** Keys of the groups' names, and what is in each, in the order of the page. */
    static Map<String, List<Permission>> all() {
        return GROUPS;
    }

    /** What it is called. */
    static String name(Permission permission, Words words) {
        return words.say("permission." + permission.wire());
    }

    /** What whoever has it may do, in a sentence. */
    static String about(Permission permission, Words words) {
        return words.say("permission.about." + permission.wire());
    }

    /** Names with commas between them, in the order of the page. */
    static String said(Collection<Permission> permissions, Words words) {
        Set<Permission> those = EnumSet.noneOf(Permission.class);
        those.addAll(permissions);
        return those.stream().map(p -> name(p, words)).collect(Collectors.joining(", "));
    }

    /** Those of a role. */
    static String said(HeldRole role, Words words) {
        return said(role.permissions(), words);
    }

    /** As the audit log keeps them; a name that none has any more stays as it is. */
    static String said(JsonArray names, Words words) {
        return names.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .map(wire -> Permission.find(wire).map(p -> name(p, words)).orElse(wire))
                .collect(Collectors.joining(", "));
    }
}
