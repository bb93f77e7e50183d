package dev.parley.access;

import dev.parley.shared.Forbidden;

/** Somebody who is signed in has to say the own password again, or to have come by single sign-on less than five minutes ago. */
public class PasswordWanted extends Forbidden {
    private static final long serialVersionUID = 1;

    PasswordWanted() {
        super("Send your own password, too; or sign in again by single sign-on and do this within five minutes.");
    }
}
