package dev.parley.access.passkey;

import dev.parley.mail.MailRoute;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;

/**
 * Who we are to browsers and authenticators. It comes from {@code PARLEY_PUBLIC_URL} alone, never from what a request calls this host:
 * a passkey made for one host is worth nothing at another.
 *
 * @param origin of the pages that may ask for a passkey, as browsers write it: {@code https://desk.example.com}
 * @param id the host without its port: whose passkeys they are
 */
public record RelyingParty(String origin, String id) {
    /** As the operator has it. */
    public static RelyingParty here() {
        return of(MailRoute.link("/"));
    }

    static RelyingParty of(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        // not its host: a name with an underscore has none
        String authority = address.getRawAuthority().replaceFirst("^.*@", "").toLowerCase(Locale.ROOT);
        String usual = scheme.equals("https") ? ":443$" : ":80$";
        String shown = IDN.toASCII(authority.replaceFirst(usual, ""));
        return new RelyingParty(scheme + "://" + shown, shown.replaceFirst(":\\d*$", ""));
    }
}
