package dev.parley.access;

import dev.parley.shared.Unauthorized;

/** The password is right, and the account asks for the code of its second factor too. */
public class CodeWanted extends Unauthorized {
    private static final long serialVersionUID = 1;

    private final String ticket;

    CodeWanted(String ticket) {
        super("Send the code of the authenticator app, or a recovery code, as 'code' too.");
        this.ticket = ticket;
    }

    /** With it and the code {@link SignIns#finish} signs in without the password. A secret, good for five minutes. */
    public String ticket() {
        return ticket;
    }

    @Override
    public String code() {
        return "second-factor-required";
    }
}
