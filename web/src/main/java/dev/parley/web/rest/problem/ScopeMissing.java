package dev.parley.web.rest.problem;

import dev.parley.access.Scope;
import dev.parley.shared.Forbidden;

/** A program's token is not let in here. */
public class ScopeMissing extends Forbidden {
    private final Scope scope;

    public ScopeMissing(Scope scope) {
        super("This token lacks the scope " + scope.wire() + ".");
        this.scope = scope;
    }

    /** What the answer says to a program (RFC 6750, 3.1). */
    String challenge() {
        return "Bearer error=\"insufficient_scope\", scope=\"" + scope.wire() + "\"";
    }
}
