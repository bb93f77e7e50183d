package dev.parley.web.pages;

/**
 * What went wrong, in words for the one who meets it.
 *
 * @param code the contract's code
 * @param title one line, no full stop
 * @param detail what is safe and what comes next
 */
record Problem(int status, String code, String title, String detail) {
    static Problem of(int status) {
        return switch (status) {
            case 400, 405, 415 ->
                new Problem(
                        status,
                        "invalid",
                        "That request does not fit",
                        "The address or its contents are not what this page expects.");
            case 401 ->
                new Problem(status, "unauthorized", "Sign in first", "This page is for people who are signed in.");
            case 403 ->
                new Problem(
                        status,
                        "forbidden",
                        "This is not yours to open",
                        "Your role does not include this page. An administrator of your company can change that.");
            case 404 ->
                new Problem(
                        status,
                        "not-found",
                        "There is no such page",
                        "The address may be mistyped, or what stood here is gone.");
            case 409 ->
                new Problem(
                        status,
                        "conflict",
                        "Something changed meanwhile",
                        "Load the page again to see how it stands now.");
            case 413 -> new Problem(status, "too-large", "That is too large", "The documentation lists the limits.");
            case 429 ->
                new Problem(status, "rate-limited", "Too often in a short time", "Wait a minute, then try again.");
            case 501 ->
                new Problem(
                        status,
                        "unavailable",
                        "Not available yet",
                        "This part of Parley is not built yet. Chat works: an agent answers you there.");
            case 503 ->
                new Problem(
                        status,
                        "unavailable",
                        "Parley is not ready",
                        "It is starting or its database does not answer. Try again in a moment.");
            default ->
                status >= 500
                        ? new Problem(
                                status,
                                "unavailable",
                                "That did not work",
                                "It is our fault, not yours. Nothing you sent before is lost.")
                        : new Problem(
                                status,
                                "invalid",
                                "That request was refused",
                                "The address or its contents are not what this page expects.");
        };
    }
}
