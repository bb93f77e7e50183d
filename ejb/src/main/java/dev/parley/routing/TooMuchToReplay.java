package dev.parley.routing;

import dev.parley.shared.DeskException;

/** More happened on that day than is replayed while somebody waits for it. */
public class TooMuchToReplay extends DeskException {
    TooMuchToReplay(int most) {
        super("More than " + most + " things happened on that day: too much to replay.");
    }

    @Override
    public String code() {
        return "too-much-to-replay";
    }

    @Override
    public int status() {
        return 422;
    }
}
