package dev.parley.company;

import dev.parley.shared.Forbidden;

/** The operator has suspended the company: nobody of it is let in, whatever is shown. */
public class AccessSuspended extends Forbidden {
    /** What kind of problem it is, as {@code type} of problem+json. */
    public static final String TYPE = "access-suspended";

    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param reason for the company's own people; null for everybody else */
    public AccessSuspended(String message, String reason) {
        super(message);
        this.reason = reason;
    }

    /** What the operator said; null for whoever is not of the company. */
    public String reason() {
        return reason;
    }
}
