package dev.parley.access;

import dev.parley.shared.Unauthorized;

/** Single sign-on let nobody in; whether there is an account, nobody is told. */
public class SignOnRefused extends Unauthorized {
    private static final long serialVersionUID = 1;

    SignOnRefused() {
        super("Single sign-on did not let you in. Ask whoever administers your company's account.");
    }

    SignOnRefused(Throwable cause) {
        super("Single sign-on did not let you in. Ask whoever administers your company's account.", cause);
    }
}
