package dev.parley.access;

import dev.parley.shared.Unauthorized;

/** A passkey lets nobody in: it is none of ours, is not proved, or its account opens no door. Which of them, nobody is told. */
public class PasskeyRefused extends Unauthorized {
    private static final long serialVersionUID = 1;

    PasskeyRefused() {
        super("That passkey lets nobody in here.");
    }
}
