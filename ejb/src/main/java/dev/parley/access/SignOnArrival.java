package dev.parley.access;

import java.util.Locale;

/** A browser has come back from its company's provider. */
public sealed interface SignOnArrival {
    /** Somebody is signed in. @param next the page that was asked for before, as the browser said it, or empty */
    record Welcome(SignedIn signedIn, String next) implements SignOnArrival {}

    /** An owner has tried the provider; nobody was signed in. */
    record Tried(Verdict verdict) implements SignOnArrival {}

    /** What a try shows. */
    enum Verdict {
        /** Whoever came would be let in, or be a newcomer. */
        RIGHT,
        /** The provider says no e-mail address. */
        SILENT,
        /** The provider does not say that it has verified the address. */
        UNVERIFIED,
        /** The address is of a domain that is not listed. */
        ELSEWHERE,
        /** What the provider said proves nothing; the log of the server says why. */
        UNTRUSTED,
        /** The provider let nobody in, or did not answer. */
        UNREACHABLE;

        /** As it stands in an address. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
