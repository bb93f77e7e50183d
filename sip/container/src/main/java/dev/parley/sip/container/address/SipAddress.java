package dev.parley.sip.container.address;

import java.util.Objects;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.URI;

/** An address as From, To and Contact carry it: a URI with an optional display name and parameters, or the wildcard. */
public final class SipAddress extends HeaderValue implements Address {
    private String displayName;
    private URI uri;

    private SipAddress(String displayName, URI uri, Parameters parameters, boolean frozen) {
        super("", parameters, frozen);
        this.displayName = displayName;
        this.uri = uri;
    }

    /** The address of {@code uri}. @param displayName null for none */
    public static SipAddress of(URI uri, String displayName) {
        return new SipAddress(displayName, Objects.requireNonNull(uri, "uri"), new Parameters(), false);
    }

    /** Reads an address that may be changed. @throws ServletParseException if it is malformed */
    public static SipAddress parse(String text) throws ServletParseException {
        return parse(text, false);
    }

    /** Reads an address that belongs to the container's own headers. @throws ServletParseException if it is malformed */
    public static SipAddress parseFrozen(String text) throws ServletParseException {
        return parse(text, true);
    }

    private static SipAddress parse(String raw, boolean frozen) throws ServletParseException {
        String text = raw.trim();
        Escapes.refuseControls(text);
        if (text.equals("*")) {
            return new SipAddress(null, null, new Parameters(), frozen);
        }
        int open = openingBracket(text);
        if (open < 0) {
            return parsePlain(text, frozen);
        }
        int close = text.indexOf('>', open);
        if (close < 0) {
            throw new ServletParseException("The bracket is left open: " + text);
        }
        String name = displayName(text.substring(0, open).trim());
        String behind = text.substring(close + 1).trim();
        if (!behind.isEmpty() && behind.charAt(0) != ';') {
            throw new ServletParseException("Something stands behind the bracket: " + text);
        }
        Parameters parameters = Parameters.ofHeader(behind.isEmpty() ? "" : behind.substring(1));
        return new SipAddress(name, AnyUri.parse(text.substring(open + 1, close).trim()), parameters, frozen);
    }

    /** Without brackets, parameters belong to the header, not to the URI (RFC 3261 section 20). */
    private static SipAddress parsePlain(String text, boolean frozen) throws ServletParseException {
        int semicolon = text.indexOf(';');
        String uri = semicolon < 0 ? text : text.substring(0, semicolon).trim();
        if (uri.indexOf('?') >= 0 || uri.indexOf(',') >= 0) {
            throw new ServletParseException("Such a URI must stand in brackets: " + text);
        }
        Parameters parameters = Parameters.ofHeader(semicolon < 0 ? "" : text.substring(semicolon + 1));
        return new SipAddress(null, AnyUri.parse(uri), parameters, frozen);
    }

    private static int openingBracket(String text) throws ServletParseException {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                return i;
            }
        }
        if (quoted) {
            throw new ServletParseException("The quote is left open: " + text);
        }
        return -1;
    }

    private static String displayName(String text) throws ServletParseException {
        if (text.isEmpty()) {
            return null;
        }
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        if (!quoted) {
            for (String word : text.split("\\s+")) {
                // strictly only tokens; letters beyond ASCII are common in practice and harmless
                if (!Escapes.isToken(word.replaceAll("[^\\x00-\\x7f]", "x"))) {
                    throw new ServletParseException("Such a display name must stand in quotes: " + text);
                }
            }
        }
        return Escapes.unquote(text);
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    @Override
    public void setDisplayName(String displayName) {
        refuseWhenFrozen();
        this.displayName = displayName;
    }

    /** The URI, of a frozen address a copy of it; null for the wildcard. */
    @Override
    public URI getURI() {
        return isFrozen() && uri != null ? uri.clone() : uri;
    }

    @Override
    public void setURI(URI uri) {
        refuseWhenFrozen();
        this.uri = Objects.requireNonNull(uri, "uri");
    }

    @Override
    public boolean isWildcard() {
        return uri == null;
    }

    /** Seconds, or -1 if there are none or they make no sense. */
    @Override
    public int getExpires() {
        String expires = getParameter("expires");
        if (expires == null || !expires.matches("[0-9]{1,10}")) {
            return -1;
        }
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(expires));
    }

    @Override
    public void setExpires(int seconds) {
        setParameter("expires", seconds < 0 ? null : String.valueOf(seconds));
    }

    /** The preference from 0 to 1, or -1 if there is none or it makes no sense. */
    @Override
    public float getQ() {
        String q = getParameter("q");
        return q == null || !q.matches("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?") ? -1 : Float.parseFloat(q);
    }

    /** @throws IllegalArgumentException unless q is -1 (none) or from 0 to 1 */
    @Override
    public void setQ(float q) {
        if (q != -1 && !(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("q must be from 0 to 1");
        }
        setParameter("q", q == -1 ? null : String.valueOf(Math.round(q * 1000) / 1000f));
    }

    @Override
    public String getValue() {
        String name = displayName == null || displayName.isEmpty() ? "" : Escapes.quote(displayName) + " ";
        return isWildcard() ? "*" : name + "<" + uri + ">";
    }

    /** @throws IllegalStateException always: an address is changed by its parts */
    @Override
    public void setValue(String value) {
        throw new IllegalStateException("An address is changed by its parts");
    }

    @Override
    public Object clone() {
        return new SipAddress(displayName, uri == null ? null : uri.clone(), new Parameters(parameters()), false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SipAddress that
                && Objects.equals(uri, that.uri)
                && parameters().agreesWith(that.parameters());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(uri);
    }

    @Override
    public String toString() {
        return getValue() + parameters().toHeaderString();
    }
}
