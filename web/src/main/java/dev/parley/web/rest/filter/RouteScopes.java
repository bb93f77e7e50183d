package dev.parley.web.rest.filter;

import dev.parley.access.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The one table of what an API token needs for each route. A route that does not stand here is shut for tokens: whoever builds one says
 * which scope it takes. What the maker's role may is asked by the doors, as for everybody.
 */
public final class RouteScopes {
    private static final Rule OPEN = new Rule(true, Optional.empty());
    private static final Rule SHUT = new Rule(false, Optional.empty());

    private static final List<Route> ROUTES = routes();

    private final List<Route> routes = new ArrayList<>();

    private RouteScopes() {}

    private static List<Route> routes() {
        RouteScopes table = new RouteScopes();
        table.fill();
        table.routes.sort(Comparator.comparing(Route::places));
        return List.copyOf(table.routes);
    }

    private void fill() {
        // what anybody may, with a token or without
        open("POST sessions", "POST password-resets", "POST password-resets/choice", "POST invitations/acceptance");
        open(
                "GET sites/{}",
                "GET sites/{}/reach",
                "POST sites/{}/visitors",
                "GET sites/{}/articles",
                "GET sites/{}/articles/{}");
        open("POST sites/{}/articles/{}/feedback");

        takes(
                Scope.CONVERSATIONS_READ,
                "GET conversations",
                "GET conversations/{}",
                "GET conversations/{}/messages",
                "GET conversations/{}/visitor",
                "GET conversations/{}/decisions",
                "GET mentions",
                "GET decisions",
                "GET files/{}",
                "GET files/{}/thumbnail",
                "GET calls",
                "GET calls/{}");
        takes(
                Scope.CONVERSATIONS_WRITE,
                "POST conversations/{}/messages",
                "PUT conversations/{}/visitor",
                "POST conversations/{}/visitor/notes",
                "DELETE visitor-notes/{}",
                "PUT conversations/{}/tags",
                "PUT conversations/{}/priority",
                "POST files");
        takes(
                Scope.AGENTS_READ,
                "GET agents",
                "GET people",
                "GET agents/{}",
                "GET agents/{}/skills",
                "GET agents/{}/factors",
                "GET agents/me/presence",
                "GET agents/deactivated",
                "GET invitations",
                "GET roles",
                "GET roles/{}");
        takes(
                Scope.AGENTS_WRITE,
                "PUT agents",
                "PUT agents/{}",
                "DELETE agents/{}",
                "POST agents/{}/activation",
                "PUT agents/{}/presence",
                "PUT agents/me/presence",
                "PUT agents/{}/skills",
                "PUT agents/{}/photo",
                "DELETE agents/{}/photo",
                "DELETE agents/{}/factors",
                "POST invitations",
                "POST invitations/{}/renewal",
                "POST roles",
                "PUT roles/{}",
                "DELETE roles/{}");
        takes(
                Scope.SETTINGS_READ,
                "GET company",
                "GET sites",
                "GET departments",
                "GET departments/{}/routing",
                "GET departments/{}/targets",
                "GET departments/{}/overflow",
                "GET departments/{}/inactivity",
                "GET hours",
                "GET hours/levels",
                "GET hours/opening",
                "GET hours/calendar",
                "GET tags",
                "GET outcomes",
                "GET away-reasons",
                "GET canned-responses",
                "GET mail-settings",
                "GET mails",
                "GET sightings/{}",
                "GET first-steps");
        takes(
                Scope.SETTINGS_WRITE,
                "PUT company",
                "POST sites",
                "PUT sites",
                "PUT sites/{}/logo",
                "DELETE sites/{}/logo",
                "PUT sites/{}/header",
                "DELETE sites/{}/header",
                "POST departments",
                "PUT departments",
                "PUT departments/{}",
                "POST departments/{}/archive",
                "POST departments/{}/restore",
                "POST departments/{}/replays",
                "PUT departments/{}/routing",
                "PUT departments/{}/targets",
                "PUT departments/{}/overflow",
                "PUT departments/{}/inactivity",
                "PUT hours",
                "POST hours/calendar",
                "PUT tags",
                "PUT outcomes",
                "PUT away-reasons",
                "PUT canned-responses",
                "PUT mail-settings",
                "PUT first-steps");
        takes(Scope.ARTICLES_READ, "GET articles", "GET articles/{}");
        takes(
                Scope.ARTICLES_WRITE,
                "POST articles",
                "PUT articles/{}",
                "DELETE articles/{}",
                "POST articles/{}/publish",
                "POST articles/import");
        takes(Scope.REPORTS_READ, "GET reports/{}");
        takes(Scope.AUDIT_READ, "GET audit", "GET audit/actors", "GET audit/export");
    }

    /**
     * What a token needs.
     *
     * @param open nothing: whoever asks is let in
     * @param scope this one; none, if it is not open, where no token is let in
     */
    public record Rule(boolean open, Optional<Scope> scope) {}

    private record Route(String method, List<String> segments, Rule rule) {
        boolean fits(String asked, List<String> path) {
            if (!method.equals(asked) || segments.size() != path.size()) return false;
            for (int i = 0; i < path.size(); i++) if (!fits(segments.get(i), path.get(i))) return false;
            return true;
        }

        private static boolean fits(String segment, String asked) {
            return segment.equals("{}") ? !asked.isEmpty() : segment.equals(asked);
        }

        /** How many of its segments are anything: {@code agents/me/presence} is asked before {@code agents/{}/presence}. */
        long places() {
            return segments.stream().filter("{}"::equals).count();
        }
    }

    /**
     * The rule of a call. A path in another spelling than the table's, such as with encoded letters, is shut.
     *
     * @param path after {@code /api/v1}, as it was sent, not decoded
     */
    public static Rule of(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        List<String> segments = segments(path);
        return ROUTES.stream()
                .filter(route -> route.fits(asked, segments))
                .findFirst()
                .map(Route::rule)
                .orElse(SHUT);
    }

    /** Without the first and last slash, which servers and clients add or leave out, and without matrix parameters, which no route has. */
    private static List<String> segments(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        bare = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
        List<String> segments = new ArrayList<>();
        for (String segment : bare.split("/", -1)) segments.add(segment.replaceFirst(";.*", ""));
        return segments;
    }

    private void open(String... those) {
        add(OPEN, those);
    }

    private void takes(Scope scope, String... those) {
        add(new Rule(false, Optional.of(scope)), those);
    }

    private void add(Rule rule, String... those) {
        for (String route : those) {
            String[] parts = route.split(" ", 2);
            routes.add(new Route(parts[0], segments(parts[1]), rule));
        }
    }
}
