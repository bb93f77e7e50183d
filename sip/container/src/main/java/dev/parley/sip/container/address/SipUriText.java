package dev.parley.sip.container.address;

import java.util.regex.Pattern;
import javax.servlet.sip.ServletParseException;

/** Reads sip and sips URIs. */
final class SipUriText {
    static final Pattern HOST = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?\\.?|\\[[0-9a-fA-F:.]+]");

    private SipUriText() {}

    static SipUri parse(String scheme, String text) throws ServletParseException {
        int question = text.indexOf('?', Math.max(0, text.indexOf('@')));
        String beforeHeaders = question < 0 ? text : text.substring(0, question);
        int at = beforeHeaders.indexOf('@');
        String place = beforeHeaders.substring(at + 1);
        int semicolon = place.indexOf(';');
        String hostPort = semicolon < 0 ? place : place.substring(0, semicolon);
        Parameters parameters = semicolon < 0 ? new Parameters() : Parameters.ofUri(place.substring(semicolon + 1));
        int colon = hostPort.lastIndexOf(':');
        boolean hasPort = colon > hostPort.lastIndexOf(']');
        String host = hasPort ? hostPort.substring(0, colon) : hostPort;
        if (!HOST.matcher(host).matches()) {
            throw new ServletParseException("Bad host in " + scheme + ":" + text);
        }
        int port = hasPort ? port(hostPort.substring(colon + 1)) : -1;
        String who = at < 0 ? null : beforeHeaders.substring(0, at);
        int secret = who == null ? -1 : who.indexOf(':');
        String user = who == null ? null : Escapes.unescape(secret < 0 ? who : who.substring(0, secret));
        String password = secret < 0 ? null : Escapes.unescape(who.substring(secret + 1));
        if (user != null && user.isEmpty()) {
            throw new ServletParseException("Empty user in " + scheme + ":" + text);
        }
        SipUri uri = new SipUri(scheme, user, password, host, port, parameters);
        readHeaders(uri, question < 0 ? "" : text.substring(question + 1));
        return uri;
    }

    private static int port(String digits) throws ServletParseException {
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65_535) {
            throw new ServletParseException("Bad port: " + digits);
        }
        return Integer.parseInt(digits);
    }

    private static void readHeaders(SipUri uri, String text) throws ServletParseException {
        for (String header : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = header.indexOf('=');
            if (equals <= 0) {
                throw new ServletParseException("Bad header in URI: " + header);
            }
            uri.setHeader(
                    Escapes.unescape(header.substring(0, equals)), Escapes.unescape(header.substring(equals + 1)));
        }
    }
}
