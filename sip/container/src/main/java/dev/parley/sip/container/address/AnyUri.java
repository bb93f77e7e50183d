package dev.parley.sip.container.address;

import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.URI;

/** A URI of any scheme. Of one that is neither sip, sips nor tel only scheme and text are known. */
public class AnyUri implements URI {
    private final String rest;
    private String scheme;
    private final Parameters parameters;

    AnyUri(String scheme, String rest, Parameters parameters) {
        this.scheme = scheme;
        this.rest = rest;
        this.parameters = parameters;
    }

    /** Reads a URI of any scheme. @throws ServletParseException if it has none, or is malformed for its scheme */
    public static URI parse(String text) throws ServletParseException {
        Escapes.refuseControls(text);
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.matches("[a-z][a-z0-9+.-]*") || text.matches(".*[\\s<>\"].*")) {
            throw new ServletParseException("Not a URI: " + text);
        }
        String rest = text.substring(colon + 1);
        return switch (scheme) {
            case "sip", "sips" -> SipUriText.parse(scheme, rest);
            case "tel" -> TelUri.ofNumber(rest);
            default -> new AnyUri(scheme, rest, new Parameters());
        };
    }

    final Parameters parameters() {
        return parameters;
    }

    final void setScheme(String scheme) {
        this.scheme = scheme;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public boolean isSipURI() {
        return false;
    }

    @Override
    public String getParameter(String name) {
        return parameters.get(Objects.requireNonNull(name, "name"));
    }

    @Override
    public Iterator<String> getParameterNames() {
        return parameters.names().iterator();
    }

    @Override
    public void setParameter(String name, String value) {
        parameters.set(Objects.requireNonNull(name, "name"), value == null ? "" : value);
    }

    @Override
    public void removeParameter(String name) {
        parameters.remove(name);
    }

    @Override
    public URI clone() {
        return new AnyUri(scheme, rest, new Parameters(parameters));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnyUri that && scheme.equals(that.scheme) && rest.equals(that.rest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scheme, rest);
    }

    @Override
    public String toString() {
        return scheme + ':' + rest + parameters.toUriString();
    }
}
