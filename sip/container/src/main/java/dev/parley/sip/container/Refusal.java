package dev.parley.sip.container;

import java.util.List;

/**
 * An answer given without a transaction, because the request is not let in.
 *
 * @param headers whole header lines that go with it
 */
record Refusal(int status, String reason, List<String> headers) {
    Refusal(int status, String reason, String... headers) {
        this(status, reason, List.of(headers));
    }
}
