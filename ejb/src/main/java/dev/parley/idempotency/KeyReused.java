package dev.parley.idempotency;

import dev.parley.shared.DeskException;

/** The key was used for something else: doing it would be as wrong as not doing it. */
public class KeyReused extends DeskException {
    public KeyReused() {
        super("This Idempotency-Key was used for another request. Use a new one.");
    }

    @Override
    public String code() {
        return "invalid";
    }

    @Override
    public int status() {
        return 422;
    }
}
