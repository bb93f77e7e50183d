package dev.parley.web.rest.problem;

import dev.parley.shared.DeskException;

/** The route stands in the contract, its feature does not exist yet. Said after authorisation, and never by an empty answer. */
public class NotBuilt extends DeskException {
    public NotBuilt() {
        super("This part of Parley is not built yet.");
    }

    @Override
    public String code() {
        return "unavailable";
    }

    @Override
    public int status() {
        return 501;
    }
}
