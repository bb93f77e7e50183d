package dev.parley.sip.container;

import dev.parley.sip.container.address.AnyUri;
import dev.parley.sip.container.address.SipAddress;
import dev.parley.sip.container.message.HeaderLines;
import dev.parley.sip.container.transport.Flow;
import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.sip.ServletParseException;

/** Decides which requests come in, in the order of RFC 3261 section 8.2. What stays out costs no transaction. */
final class Gate {
    private static final String MAGIC_COOKIE = "z9hG4bK";
    private static final Pattern REQUEST_LINE = Pattern.compile("\\S+ \\S+ (?i:SIP)/([0-9]+\\.[0-9]+)\\s*");
    private static final long MAX_CSEQ = 0x7fff_ffffL;
    /** Methods that the world knows, so that refusing them is 405 and not 501. */
    private static final Set<String> KNOWN = Set.of(
            "INVITE",
            "ACK",
            "CANCEL",
            "BYE",
            "OPTIONS",
            "REGISTER",
            "PRACK",
            "SUBSCRIBE",
            "NOTIFY",
            "PUBLISH",
            "INFO",
            "REFER",
            "MESSAGE",
            "UPDATE");

    private static final Set<String> SCHEMES = Set.of("sip", "sips");

    private final Set<String> methods;
    private final String allow;

    Gate(Set<String> methods) {
        this.methods = methods;
        this.allow = "Allow: " + String.join(", ", new TreeSet<>(methods));
    }

    /** Why the request stays out, if it does. */
    Optional<Refusal> refuse(SIPRequest request, HeaderLines headers, Flow flow) {
        String method = request.getMethod();
        Refusal malformed = malformed(request, headers, flow);
        if (malformed != null) {
            return Optional.of(malformed);
        }
        if (method.equals("CANCEL")) {
            return Optional.of(new Refusal(481, "Call/Transaction Does Not Exist"));
        }
        boolean inDialog = request.getToTag() != null && !method.equals("REGISTER");
        if (inDialog && KNOWN.contains(method)) {
            return Optional.of(new Refusal(481, "Call/Transaction Does Not Exist"));
        }
        if (!methods.contains(method)) {
            return Optional.of(
                    KNOWN.contains(method)
                            ? new Refusal(405, "Method Not Allowed", allow)
                            : new Refusal(501, "Not Implemented", allow));
        }
        if (!SCHEMES.contains(request.getRequestLine().getUri().getScheme().toLowerCase(Locale.ROOT))) {
            return Optional.of(new Refusal(416, "Unsupported URI Scheme"));
        }
        return extensions(headers);
    }

    private static Refusal malformed(SIPRequest request, HeaderLines headers, Flow flow) {
        // the parser takes every version and any number of blanks
        Matcher line = REQUEST_LINE.matcher(headers.startLine());
        if (!line.matches()) {
            return new Refusal(400, "Bad Request Line");
        }
        if (!line.group(1).equals("2.0")) {
            return new Refusal(505, "Version Not Supported");
        }
        if (!request.getMethod().equals(request.getCSeq().getMethod())) {
            return new Refusal(400, "CSeq Names Another Method");
        }
        if (request.getCSeq().getSeqNumber() > MAX_CSEQ) {
            return new Refusal(400, "CSeq Too Large");
        }
        Via via = request.getTopmostVia();
        String branch = via.getBranch();
        if (branch == null || !branch.regionMatches(true, 0, MAGIC_COOKIE, 0, 7) || branch.length() == 7) {
            // RFC 2543 had none. The stack would compare such a request with every transaction there is.
            return new Refusal(400, "Via Needs a Branch of RFC 3261");
        }
        if (!via.getTransport().equalsIgnoreCase(flow.transport())) {
            return new Refusal(400, "Via Names Another Transport");
        }
        return badAddress(request, headers);
    }

    private static Refusal badAddress(SIPRequest request, HeaderLines headers) {
        try {
            AnyUri.parse(request.getRequestLine().getUri().toString());
        } catch (ServletParseException e) {
            return new Refusal(400, "Bad Request-URI");
        }
        for (String name : List.of("From", "To")) {
            try {
                SipAddress.parseFrozen(headers.first(name).orElse(""));
            } catch (ServletParseException e) {
                return new Refusal(400, "Bad " + name);
            }
        }
        return null;
    }

    private static Optional<Refusal> extensions(HeaderLines headers) {
        try {
            List<String> required = headers.values("Require");
            return required.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Refusal(420, "Bad Extension", "Unsupported: " + String.join(", ", required)));
        } catch (ServletParseException e) {
            return Optional.of(new Refusal(400, "Bad Require"));
        }
    }

    /**
     * Writes into the topmost Via where the request really came from (RFC 3261 section 18.2.1, RFC 3581), and takes out
     * what would send the answer elsewhere: nobody may aim our answers at a third party.
     */
    static void stamp(SIPRequest request, Flow flow) throws ParseException {
        Via via = request.getTopmostVia();
        via.removeParameter(Via.MADDR);
        via.removeParameter(Via.TTL);
        via.setParameter(Via.RECEIVED, flow.remote().getAddress().getHostAddress());
        if (via.hasParameter(Via.RPORT)) {
            via.setParameter(Via.RPORT, String.valueOf(flow.remote().getPort()));
        }
    }
}
