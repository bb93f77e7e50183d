package dev.parley.web.pages;

import dev.parley.web.language.Words;

/**
 * What went wrong, in words for the one who meets it.
 *
 * @param code the contract's code
 * @param name under which the bundle has its {@code .title}, one line, and its {@code .detail}: what is safe and what comes next
 */
record Problem(int status, String code, String name) {
    /** A form was sent from a page that is kept no more: too many others were opened since, or too much time has passed. */
    static final Problem EXPIRED = new Problem(409, "conflict", "problem.expired");

    static Problem of(int status) {
        return switch (status) {
            case 400, 405, 415 -> new Problem(status, "invalid", "problem.unfit");
            case 401 -> new Problem(status, "unauthorized", "problem.unauthorized");
            case 403 -> new Problem(status, "forbidden", "problem.forbidden");
            case 404 -> new Problem(status, "not-found", "problem.notFound");
            case 409 -> new Problem(status, "conflict", "problem.conflict");
            case 413 -> new Problem(status, "too-large", "problem.tooLarge");
            case 429 -> new Problem(status, "rate-limited", "problem.tooOften");
            case 501 -> new Problem(status, "unavailable", "problem.notBuilt");
            case 503 -> new Problem(status, "unavailable", "problem.notReady");
            default ->
                status >= 500
                        ? new Problem(status, "unavailable", "problem.fault")
                        : new Problem(status, "invalid", "problem.refused");
        };
    }

    String title(Words words) {
        return words.say(name + ".title");
    }

    String detail(Words words) {
        return words.say(name + ".detail");
    }
}
