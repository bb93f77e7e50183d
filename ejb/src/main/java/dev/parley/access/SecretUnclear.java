package dev.parley.access;

import dev.parley.shared.Invalid;

/**
 * The issuer is another one, and nothing is said of the secret that is kept for the one before; or a secret came together with the word
 * that there is none.
 */
public class SecretUnclear extends Invalid {
    private static final long serialVersionUID = 1;

    SecretUnclear() {
        super("Another issuer needs its own client secret, or the word that there is none.");
    }
}
