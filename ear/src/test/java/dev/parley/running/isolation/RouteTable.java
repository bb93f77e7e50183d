package dev.parley.running.isolation;

import static dev.parley.running.isolation.Audience.ADMINISTRATORS;
import static dev.parley.running.isolation.Audience.ANSWERING;
import static dev.parley.running.isolation.Audience.COLLEAGUES;
import static dev.parley.running.isolation.Audience.EDITORS;
import static dev.parley.running.isolation.Audience.EVERYBODY;
import static dev.parley.running.isolation.Audience.OPERATOR;
import static dev.parley.running.isolation.Audience.PAGES;
import static dev.parley.running.isolation.Audience.PARTICIPANTS;
import static dev.parley.running.isolation.Audience.REPORTING;
import static dev.parley.running.isolation.Audience.SUPERVISORS;
import static dev.parley.running.isolation.Audience.VISITORS;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may ask each route, and the status that whoever may gets with ids of his own. */
final class RouteTable {
    /** A feature that does not exist yet. */
    static final int NOT_BUILT = 501;

    /** What an operator has to turn on first. */
    private static final int TURNED_OFF = 404;

    private static final int UNFIT = 400;
    /** Whoever may is told that the name is taken, or the successor the same: other tests use the departments as they are. */
    private static final int TAKEN = 409;

    private final Map<Route, Rule> rules = new TreeMap<>();

    record Rule(Audience audience, int success) {}

    RouteTable() {
        rule("POST /api/v1/sessions", EVERYBODY, 201);
        rule("GET /api/v1/sessions", COLLEAGUES, 200);
        rule("DELETE /api/v1/sessions", COLLEAGUES, 204);
        rule("DELETE /api/v1/sessions/current", COLLEAGUES, 204);
        rule("DELETE /api/v1/sessions/{id}", COLLEAGUES, 204);
        rule("POST /api/v1/sessions/socket", PAGES, 201);
        rule("GET /api/v1/account", COLLEAGUES, 200);
        rule("PUT /api/v1/account/language", COLLEAGUES, 200);
        // what would change everybody's own account is asked for without saying what: that is the next thing noticed
        rule("PUT /api/v1/account/password", COLLEAGUES, UNFIT);
        rule("GET /api/v1/account/second-factor", COLLEAGUES, 200);
        rule("POST /api/v1/account/second-factor", COLLEAGUES, UNFIT);
        rule("POST /api/v1/account/second-factor/confirmation", COLLEAGUES, UNFIT);
        rule("POST /api/v1/account/second-factor/recovery-codes", COLLEAGUES, UNFIT);
        rule("POST /api/v1/account/second-factor/removal", COLLEAGUES, UNFIT);
        rule("POST /api/v1/password-resets", EVERYBODY, 202);
        rule("POST /api/v1/password-resets/choice", EVERYBODY, UNFIT);
        rule("GET /api/v1/invitations", ADMINISTRATORS, 200);
        rule("POST /api/v1/invitations", ADMINISTRATORS, 201);
        rule("POST /api/v1/invitations/{id}/renewal", ADMINISTRATORS, 200);
        rule("GET /api/v1/agents/deactivated", ADMINISTRATORS, 200);
        rule("GET /api/v1/mail-settings", ADMINISTRATORS, 200);
        rule("PUT /api/v1/mail-settings", ADMINISTRATORS, 200);
        rule("GET /api/v1/mails", ADMINISTRATORS, 200);
        rule("GET /api/v1/tokens", ADMINISTRATORS, 200);
        rule("POST /api/v1/tokens", ADMINISTRATORS, UNFIT);
        rule("DELETE /api/v1/tokens/{id}", ADMINISTRATORS, 204);
        rule("GET /api/v1/roles", ADMINISTRATORS, 200);
        rule("POST /api/v1/roles", ADMINISTRATORS, UNFIT);
        rule("GET /api/v1/roles/{id}", ADMINISTRATORS, 200);
        rule("PUT /api/v1/roles/{id}", ADMINISTRATORS, 200);
        rule("DELETE /api/v1/roles/{id}", ADMINISTRATORS, 204);
        rule("POST /api/v1/invitations/acceptance", EVERYBODY, UNFIT);
        rule("DELETE /api/v1/agents/{id}", ADMINISTRATORS, 204);
        // of somebody invited, who has to come first
        rule("POST /api/v1/agents/{id}/activation", ADMINISTRATORS, 409);
        rule("GET /api/v1/sites/{siteKey}", EVERYBODY, 200);
        rule("GET /api/v1/sites/{siteKey}/reach", EVERYBODY, 200);
        rule("POST /api/v1/sites/{siteKey}/visitors", EVERYBODY, 201);
        rule("POST /api/v1/sites/{siteKey}/notifications", VISITORS, TURNED_OFF);
        rule("DELETE /api/v1/sites/{siteKey}/notifications", VISITORS, 204);
        rule("GET /api/v1/conversations", ANSWERING, 200);
        rule("GET /api/v1/conversations/{id}", ANSWERING, 200);
        rule("GET /api/v1/conversations/{id}/messages", ANSWERING, 200);
        rule("POST /api/v1/conversations/{id}/messages", ANSWERING, 201);
        rule("GET /api/v1/conversations/{id}/visitor", ANSWERING, 200);
        rule("PUT /api/v1/conversations/{id}/visitor", ANSWERING, 200);
        rule("POST /api/v1/conversations/{id}/visitor/notes", ANSWERING, 201);
        rule("DELETE /api/v1/visitor-notes/{id}", ANSWERING, 204);
        rule("PUT /api/v1/conversations/{id}/tags", ANSWERING, 200);
        rule("PUT /api/v1/conversations/{id}/priority", ANSWERING, 200);
        rule("GET /api/v1/conversations/{id}/decisions", ANSWERING, 200);
        rule("GET /api/v1/mentions", ANSWERING, 200);
        rule("GET /api/v1/departments", ANSWERING, 200);
        rule("POST /api/v1/departments", ADMINISTRATORS, TAKEN);
        rule("PUT /api/v1/departments", ADMINISTRATORS, 200);
        rule("POST /api/v1/departments/{id}/archive", ADMINISTRATORS, TAKEN);
        rule("POST /api/v1/departments/{id}/restore", ADMINISTRATORS, 200);
        rule("PUT /api/v1/departments/{id}", ADMINISTRATORS, 200);
        rule("GET /api/v1/departments/{id}/routing", ADMINISTRATORS, 200);
        rule("PUT /api/v1/departments/{id}/routing", ADMINISTRATORS, 200);
        rule("GET /api/v1/departments/{id}/targets", ADMINISTRATORS, 200);
        rule("PUT /api/v1/departments/{id}/targets", ADMINISTRATORS, 200);
        rule("GET /api/v1/departments/{id}/overflow", ADMINISTRATORS, 200);
        rule("PUT /api/v1/departments/{id}/overflow", ADMINISTRATORS, 200);
        rule("POST /api/v1/departments/{id}/replays", ADMINISTRATORS, 200);
        rule("GET /api/v1/departments/{id}/inactivity", ADMINISTRATORS, 200);
        rule("PUT /api/v1/departments/{id}/inactivity", ADMINISTRATORS, 200);
        rule("GET /api/v1/agents", ANSWERING, 200);
        rule("PUT /api/v1/agents", ADMINISTRATORS, 200);
        rule("GET /api/v1/single-sign-on", ADMINISTRATORS, 200);
        rule("PUT /api/v1/single-sign-on", ADMINISTRATORS, UNFIT);
        rule("GET /api/v1/people", ADMINISTRATORS, 200);
        rule("GET /api/v1/decisions", SUPERVISORS, 200);
        rule("GET /api/v1/sightings/{siteKey}", ADMINISTRATORS, 200);
        rule("GET /api/v1/first-steps", ADMINISTRATORS, 200);
        rule("PUT /api/v1/first-steps", ADMINISTRATORS, 200);
        rule("GET /api/v1/agents/{id}", ADMINISTRATORS, 200);
        rule("PUT /api/v1/agents/{id}", ADMINISTRATORS, 200);
        rule("GET /api/v1/audit", ADMINISTRATORS, 200);
        rule("GET /api/v1/audit/actors", ADMINISTRATORS, 200);
        rule("GET /api/v1/audit/export", ADMINISTRATORS, 200);
        rule("GET /api/v1/company", ADMINISTRATORS, 200);
        rule("PUT /api/v1/company", ADMINISTRATORS, 200);
        rule("PUT /api/v1/agents/{id}/presence", SUPERVISORS, 200);
        rule("GET /api/v1/agents/{id}/skills", ADMINISTRATORS, 200);
        rule("PUT /api/v1/agents/{id}/skills", ADMINISTRATORS, 200);
        // of somebody invited, who has to come first: everybody's own is theirs
        rule("PUT /api/v1/agents/{id}/photo", ADMINISTRATORS, 404);
        rule("DELETE /api/v1/agents/{id}/photo", ADMINISTRATORS, 404);
        rule("GET /api/v1/agents/{id}/factors", ADMINISTRATORS, 200);
        rule("DELETE /api/v1/agents/{id}/factors", ADMINISTRATORS, 204);
        rule("PUT /api/v1/sites/{siteKey}/logo", ADMINISTRATORS, UNFIT);
        rule("DELETE /api/v1/sites/{siteKey}/logo", ADMINISTRATORS, 204);
        rule("PUT /api/v1/sites/{siteKey}/header", ADMINISTRATORS, UNFIT);
        rule("DELETE /api/v1/sites/{siteKey}/header", ADMINISTRATORS, 204);
        rule("GET /api/v1/agents/me/presence", ANSWERING, 200);
        rule("PUT /api/v1/agents/me/presence", ANSWERING, 200);
        rule("POST /api/v1/files", PARTICIPANTS, 201);
        rule("GET /api/v1/files/{id}", PARTICIPANTS, 200);
        rule("GET /api/v1/files/{id}/thumbnail", PARTICIPANTS, 200);
        rule("GET /api/v1/sites/{siteKey}/articles", EVERYBODY, NOT_BUILT);
        rule("GET /api/v1/sites/{siteKey}/articles/{id}", EVERYBODY, NOT_BUILT);
        rule("POST /api/v1/sites/{siteKey}/articles/{id}/feedback", EVERYBODY, NOT_BUILT);
        rule("POST /api/v1/sites/{siteKey}/calls", VISITORS, NOT_BUILT);
        rule("GET /api/v1/articles", EDITORS, NOT_BUILT);
        rule("POST /api/v1/articles", EDITORS, NOT_BUILT);
        rule("GET /api/v1/articles/{id}", EDITORS, NOT_BUILT);
        rule("PUT /api/v1/articles/{id}", EDITORS, NOT_BUILT);
        rule("DELETE /api/v1/articles/{id}", EDITORS, NOT_BUILT);
        rule("POST /api/v1/articles/{id}/publish", EDITORS, NOT_BUILT);
        rule("POST /api/v1/articles/import", EDITORS, NOT_BUILT);
        rule("GET /api/v1/calls", ANSWERING, NOT_BUILT);
        rule("GET /api/v1/calls/{id}", ANSWERING, NOT_BUILT);
        rule("GET /api/v1/reports/{report}", REPORTING, NOT_BUILT);
        for (String labels : Set.of("tags", "outcomes", "away-reasons")) {
            rule("GET /api/v1/" + labels, ANSWERING, 200);
            rule("PUT /api/v1/" + labels, ADMINISTRATORS, 200);
        }
        rule("GET /api/v1/hours", ADMINISTRATORS, 200);
        rule("PUT /api/v1/hours", ADMINISTRATORS, 200);
        rule("GET /api/v1/hours/levels", ADMINISTRATORS, 200);
        rule("GET /api/v1/hours/opening", ADMINISTRATORS, 200);
        rule("GET /api/v1/hours/calendar", ADMINISTRATORS, 200);
        rule("POST /api/v1/hours/calendar", ADMINISTRATORS, 200);
        rule("GET /api/v1/sites", ADMINISTRATORS, 200);
        rule("POST /api/v1/sites", ADMINISTRATORS, TAKEN);
        rule("PUT /api/v1/sites", ADMINISTRATORS, 200);
        rule("GET /api/v1/operator/companies", OPERATOR, 200);
        rule("POST /api/v1/operator/companies", OPERATOR, 201);
        rule("POST /api/v1/operator/companies/{id}/invitation", OPERATOR, 200);
        rule("POST /api/v1/operator/companies/{id}/suspend", OPERATOR, 200);
        rule("POST /api/v1/operator/companies/{id}/resume", OPERATOR, 200);
        rule("GET /api/v1/operator/companies/{id}/export", OPERATOR, 200);
        rule("GET /api/v1/canned-responses", ANSWERING, 200);
        rule("PUT /api/v1/canned-responses", SUPERVISORS, 200);
    }

    private void rule(String route, Audience audience, int success) {
        rules.put(Route.of(route), new Rule(audience, success));
    }

    Rule of(Route route) {
        return rules.get(route);
    }

    /** What somebody gets who is known and may not: a file that one may not see does not exist, for colleagues neither. */
    Set<Integer> refusals(Route route) {
        return route.path().startsWith("/api/v1/files/") ? Set.of(404) : Set.of(401, 403);
    }

    /** What one side knows and the other does not; empty when every route has its rule and every rule its route. */
    Set<Route> unknown(Set<Route> listed) {
        Set<Route> difference = new TreeSet<>(listed);
        difference.removeAll(rules.keySet());
        Set<Route> gone = new TreeSet<>(rules.keySet());
        gone.removeAll(listed);
        difference.addAll(gone);
        return difference;
    }
}
