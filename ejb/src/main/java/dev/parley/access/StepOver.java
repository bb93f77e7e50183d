package dev.parley.access;

import dev.parley.shared.Unauthorized;

/** Too much time went by between password and code, or the password is another by now: it begins again. */
public class StepOver extends Unauthorized {
    private static final long serialVersionUID = 1;

    StepOver() {
        super("That took too long. Sign in again.");
    }
}
