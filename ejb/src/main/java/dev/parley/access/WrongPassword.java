package dev.parley.access;

import dev.parley.shared.Forbidden;

/** Somebody who is signed in was asked for the password again, and it is not right. */
public class WrongPassword extends Forbidden {
    private static final long serialVersionUID = 1;

    WrongPassword() {
        super("The password is not right.");
    }
}
