package dev.parley.access;

import dev.parley.shared.Unauthorized;

/** The password is right, and the company lets this person in by its single sign-on only. */
public class SignOnWanted extends Unauthorized {
    private static final long serialVersionUID = 1;

    SignOnWanted() {
        super("Your company wants you to sign in by single sign-on.");
    }

    @Override
    public String code() {
        return "single-sign-on-required";
    }
}
