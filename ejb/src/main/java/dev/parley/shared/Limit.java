package dev.parley.shared;

import java.time.Duration;

/** What anyone may do how often: the one table of rates. {@code docs/operations.md} repeats it for operators. */
public enum Limit {
    /** Messages of one visitor. */
    MESSAGES(20, Duration.ofMinutes(1)),
    /** Conversations one visitor opens. */
    CONVERSATIONS(5, Duration.ofHours(1)),
    /** Pages one visitor is told to have come to. */
    PAGES(30, Duration.ofMinutes(1)),
    /** Browsers in which one visitor wants to be notified. */
    SUBSCRIPTIONS(10, Duration.ofHours(1)),
    /** Visitors made or returned for one address. */
    VISITORS(60, Duration.ofMinutes(1)),
    /** Sign-ins tried from one address, right or wrong. */
    SIGN_INS(60, Duration.ofMinutes(1)),
    /** Wrong sign-ins from one address, whatever the accounts. */
    WRONG_SIGN_INS(20, Duration.ofMinutes(10)),
    /** Links for another password, asked for from one address for one account. */
    RESETS(5, Duration.ofHours(1)),
    /** Links for another password, mailed to one address whoever asks: others who ask leave room for whom it belongs to. */
    RESET_MAILS(20, Duration.ofHours(1)),
    /** People whom one company invites. */
    INVITATIONS(60, Duration.ofHours(1)),
    /** Pictures drawn of what one company's people upload, kept or not. */
    PICTURES(120, Duration.ofHours(1)),
    /** Requests with one API token. */
    TOKEN_REQUESTS(600, Duration.ofMinutes(1)),
    /** Other requests to the REST interface from one address. */
    REQUESTS(1200, Duration.ofMinutes(1));

    private final int times;
    private final Duration per;

    Limit(int times, Duration per) {
        this.times = times;
        this.per = per;
    }

    /** How many at once, and how many in {@link #per()} on the long run. */
    public int times() {
        return times;
    }

    public Duration per() {
        return per;
    }
}
