package dev.parley.web.portal;

import dev.parley.access.ApiTokenView;
import dev.parley.access.Scope;

/** What the pages call the parts of the REST API that a token opens, and how a token is. */
final class ScopeWords {
    private ScopeWords() {}

    /** The key of what a scope lets a program do. */
    static String key(Scope scope) {
        return switch (scope) {
            case CONVERSATIONS_READ -> "tokens.scope.conversationsRead";
            case CONVERSATIONS_WRITE -> "tokens.scope.conversationsWrite";
            case AGENTS_READ -> "tokens.scope.agentsRead";
            case AGENTS_WRITE -> "tokens.scope.agentsWrite";
            case SETTINGS_READ -> "tokens.scope.settingsRead";
            case SETTINGS_WRITE -> "tokens.scope.settingsWrite";
            case ARTICLES_READ -> "tokens.scope.articlesRead";
            case ARTICLES_WRITE -> "tokens.scope.articlesWrite";
            case REPORTS_READ -> "tokens.scope.reportsRead";
            case AUDIT_READ -> "tokens.scope.auditRead";
        };
    }

    /** The key of a state's name. */
    static String key(ApiTokenView.State state) {
        return switch (state) {
            case ACTIVE -> "tokens.state.active";
            case EXPIRED -> "tokens.state.expired";
            case ORPHANED -> "tokens.state.orphaned";
        };
    }

    /** The style that repeats what the state's name says. */
    static String tone(ApiTokenView.State state) {
        return switch (state) {
            case ACTIVE -> "tag-good";
            case EXPIRED -> "";
            case ORPHANED -> "tag-warn";
        };
    }
}
