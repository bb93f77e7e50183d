package dev.parley.running.isolation;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What each permission alone opens, as an administrator would expect it: said here apart from the product's own guards. */
final class PermissionTable {
    /** Those that a role can be made of. */
    static final Set<String> ALL = new TreeSet<>(Set.of(
            "answer-conversations",
            "see-all-conversations",
            "see-colleagues",
            "see-visitor-address",
            "remove-notes-of-others",
            "set-others-presence",
            "see-reports",
            "keep-canned-responses",
            "edit-knowledge",
            "edit-company",
            "edit-sites",
            "edit-departments",
            "manage-people",
            "manage-roles",
            "manage-tokens",
            "read-audit-log"));

    /** These are for the console: they show nothing of the portal. */
    private static final Set<String> NOT_IN_PORTAL =
            Set.of("answer-conversations", "see-colleagues", "see-visitor-address", "remove-notes-of-others");

    private static final Map<String, Set<String>> ROUTES = Map.ofEntries(
            // of a colleague's note: takes both that and to answer
            Map.entry("DELETE /api/v1/visitor-notes/{id}", Set.of()),
            Map.entry("GET /api/v1/conversations", Set.of("answer-conversations", "see-all-conversations")),
            Map.entry("GET /api/v1/conversations/{id}", Set.of("answer-conversations", "see-all-conversations")),
            Map.entry(
                    "GET /api/v1/conversations/{id}/messages", Set.of("answer-conversations", "see-all-conversations")),
            Map.entry(
                    "GET /api/v1/conversations/{id}/decisions",
                    Set.of("answer-conversations", "see-all-conversations")),
            Map.entry(
                    "GET /api/v1/departments",
                    Set.of("see-colleagues", "edit-departments", "edit-sites", "manage-people")),
            Map.entry("GET /api/v1/agents", Set.of("see-colleagues", "see-all-conversations", "set-others-presence")),
            Map.entry("PUT /api/v1/agents/{id}/presence", Set.of("set-others-presence")),
            Map.entry("GET /api/v1/decisions", Set.of("see-all-conversations")),
            Map.entry("GET /api/v1/tags", Set.of("answer-conversations", "edit-company")),
            Map.entry("GET /api/v1/outcomes", Set.of("answer-conversations", "edit-company")),
            Map.entry("GET /api/v1/away-reasons", Set.of("answer-conversations", "edit-company")),
            Map.entry("GET /api/v1/canned-responses", Set.of("answer-conversations", "keep-canned-responses")),
            Map.entry("PUT /api/v1/canned-responses", Set.of("keep-canned-responses")),
            Map.entry("GET /api/v1/mails", Set.of("edit-company", "manage-people")),
            Map.entry("GET /api/v1/agents/{id}/skills", Set.of("manage-people", "edit-departments")),
            Map.entry("PUT /api/v1/agents/{id}/skills", Set.of("edit-departments")),
            Map.entry("GET /api/v1/files/{id}", Set.of("answer-conversations", "see-all-conversations")),
            Map.entry("GET /api/v1/files/{id}/thumbnail", Set.of("answer-conversations", "see-all-conversations")),
            Map.entry("GET /api/v1/roles", Set.of("manage-roles", "manage-people")));

    private static final Map<String, String> ADMINISTRATION = Map.ofEntries(
            Map.entry("company", "edit-company"),
            Map.entry("mail-settings", "edit-company"),
            Map.entry("tags", "edit-company"),
            Map.entry("outcomes", "edit-company"),
            Map.entry("away-reasons", "edit-company"),
            Map.entry("first-steps", "edit-company"),
            Map.entry("sites", "edit-sites"),
            Map.entry("sightings", "edit-sites"),
            Map.entry("departments", "edit-departments"),
            Map.entry("hours", "edit-departments"),
            Map.entry("agents", "manage-people"),
            Map.entry("people", "manage-people"),
            Map.entry("invitations", "manage-people"),
            Map.entry("roles", "manage-roles"),
            Map.entry("tokens", "manage-tokens"),
            // no own role has it
            Map.entry("single-sign-on", "own-company"),
            Map.entry("audit", "read-audit-log"));

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("console.xhtml", "answer-conversations"),
            Map.entry("portal/company.xhtml", "edit-company"),
            Map.entry("portal/lists.xhtml", "edit-company"),
            Map.entry("portal/mail.xhtml", "edit-company"),
            Map.entry("portal/hours.xhtml", "edit-departments"),
            Map.entry("portal/departments.xhtml", "edit-departments"),
            Map.entry("portal/department.xhtml", "edit-departments"),
            Map.entry("portal/replay.xhtml", "edit-departments"),
            Map.entry("portal/sites.xhtml", "edit-sites"),
            Map.entry("portal/site.xhtml", "edit-sites"),
            Map.entry("portal/people.xhtml", "manage-people"),
            Map.entry("portal/person.xhtml", "manage-people"),
            Map.entry("portal/invite.xhtml", "manage-people"),
            Map.entry("portal/roles.xhtml", "manage-roles"),
            Map.entry("portal/role.xhtml", "manage-roles"),
            Map.entry("portal/tokens.xhtml", "manage-tokens"),
            // no own role has it
            Map.entry("portal/sign-on.xhtml", "own-company"),
            Map.entry("portal/audit.xhtml", "read-audit-log"),
            Map.entry("portal/routing.xhtml", "see-all-conversations"),
            Map.entry("portal/canned.xhtml", "keep-canned-responses"),
            Map.entry("portal/canned-response.xhtml", "keep-canned-responses"));

    private PermissionTable() {}

    static boolean opens(String permission, Route route, Audience audience) {
        Set<String> several = ROUTES.get(route.method() + " " + route.path());
        if (several != null) return several.contains(permission);
        return switch (audience) {
            case EVERYBODY, COLLEAGUES -> true;
            case VISITORS, PAGES, OPERATOR -> false;
            case ANSWERING, PARTICIPANTS -> permission.equals("answer-conversations");
            case EDITORS -> permission.equals("edit-knowledge");
            case REPORTING -> permission.equals("see-reports");
            default -> permission.equals(administers(route));
        };
    }

    private static String administers(Route route) {
        String permission = ADMINISTRATION.get(route.path().split("/")[3]);
        if (permission == null) throw new AssertionError("no test knows which permission opens " + route);
        return permission;
    }

    /** Of a page for some colleagues; others are for everybody. */
    static boolean opens(String permission, String page, Audience audience) {
        if (audience == Audience.EVERYBODY || audience == Audience.COLLEAGUES) return true;
        if (audience == Audience.PORTAL) return !NOT_IN_PORTAL.contains(permission);
        String needed = PAGES.get(page);
        if (needed == null) throw new AssertionError("no test knows which permission opens " + page);
        return permission.equals(needed);
    }
}
