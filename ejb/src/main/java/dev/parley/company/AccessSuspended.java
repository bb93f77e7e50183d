package dev.parley.company;

import dev.parley.shared.Forbidden;

/** The operator has suspended the company: nobody of it is let in, whatever is shown. */
public class AccessSuspended extends Forbidden {
    /** What kind of problem it is, as {@code type} of problem+json. */
    public static final String TYPE = "access-suspended";

    AccessSuspended(String message) {
        super(message);
    }
}
