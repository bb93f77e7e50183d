package dev.parley.web.rest.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.access.Scope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("OPS-1")
@Tag("SEC-2")
class RouteScopesTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /conversations, CONVERSATIONS_READ",
        "HEAD, conversations, CONVERSATIONS_READ",
        "GET, conversations/, CONVERSATIONS_READ",
        "GET, /conversations/Ab-1_x/messages, CONVERSATIONS_READ",
        "GET, /conversations/Ab;v=1/messages;w=2, CONVERSATIONS_READ",
        "POST, /conversations/Ab/messages, CONVERSATIONS_WRITE",
        "PUT, conversations/Ab/priority, CONVERSATIONS_WRITE",
        "GET, departments/Ab/targets, SETTINGS_READ",
        "GET, departments/Ab/overflow, SETTINGS_READ",
        "PUT, departments/Ab/overflow, SETTINGS_WRITE",
        "PUT, departments/Ab/inactivity, SETTINGS_WRITE",
        "PUT, canned-responses, SETTINGS_WRITE",
        "PUT, agents/me/presence, AGENTS_WRITE",
        "GET, agents/me/presence, AGENTS_READ",
        "GET, agents/deactivated, AGENTS_READ",
        "GET, people, AGENTS_READ",
        "PUT, agents, AGENTS_WRITE",
        "GET, decisions, CONVERSATIONS_READ",
        "GET, sightings/acme, SETTINGS_READ",
        "PUT, first-steps, SETTINGS_WRITE",
        "PUT, sites, SETTINGS_WRITE",
        "GET, reports/chat, REPORTS_READ",
        "GET, audit/export, AUDIT_READ",
    })
    void a_route_takes_one_scope(String method, String path, Scope scope) {
        var rule = RouteScopes.of(method, path);

        assertThat(rule.open()).isFalse();
        assertThat(rule.scope()).contains(scope);
    }

    /** People's own doors, unknown ones, and every other spelling: shut rather than guessed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET tokens",
                "POST tokens",
                "DELETE tokens/Ab",
                "GET account",
                "PUT account/password",
                "GET sessions",
                "POST sessions/socket",
                "DELETE sessions/current",
                "POST sites/acme/notifications",
                "POST sites/acme/calls",
                "GET single-sign-on",
                "PUT single-sign-on",
                "GET operator/companies",
                "POST operator/companies/Ab/suspend",
                "GET operator/companies/Ab/export",
                "GET planted",
                "GET ",
                "GET /",
                "PATCH conversations",
                "OPTIONS conversations",
                "GET //conversations",
                "GET conversations//messages",
                "GET %63onversations",
                "GET conversations/Ab/messages/more",
                "get conversations"
            })
    void everything_else_is_shut(String call) {
        String[] parts = call.split(" ", 2);

        var rule = RouteScopes.of(parts[0], parts[1]);

        assertThat(rule.open()).isFalse();
        assertThat(rule.scope()).isEmpty();
    }

    @Test
    void what_anybody_may_a_program_may_too() {
        assertThat(RouteScopes.of("GET", "sites/acme").open()).isTrue();
        assertThat(RouteScopes.of("POST", "password-resets").open()).isTrue();
        assertThat(RouteScopes.of("PUT", "sites/acme").open()).isFalse();
    }
}
