package dev.parley.sip.container.address;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipURI;

/** A sip or sips URI. User, password, parameters and headers are held without their escapes. */
public final class SipUri extends AnyUri implements SipURI {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?\\.?|\\[[0-9a-fA-F:.]+]");
    /** Parameters whose presence alone makes two URIs different (RFC 3261 section 19.1.4, its rules and examples). */
    private static final List<String> TELLING = List.of("user", "ttl", "method", "maddr", "transport");

    private String user;
    private String password;
    private String host;
    private int port;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** A plain sip URI. @param user null for none */
    public SipUri(String user, String host) {
        this("sip", user, null, host, -1, new Parameters());
    }

    private SipUri(String scheme, String user, String password, String host, int port, Parameters parameters) {
        super(scheme, "", parameters);
        this.user = user;
        this.password = password;
        this.port = port;
        setHost(host);
    }

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
        uri.readHeaders(question < 0 ? "" : text.substring(question + 1));
        return uri;
    }

    private static int port(String digits) throws ServletParseException {
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65_535) {
            throw new ServletParseException("Bad port: " + digits);
        }
        return Integer.parseInt(digits);
    }

    private void readHeaders(String text) throws ServletParseException {
        for (String header : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = header.indexOf('=');
            if (equals <= 0) {
                throw new ServletParseException("Bad header in URI: " + header);
            }
            headers.put(Escapes.unescape(header.substring(0, equals)), Escapes.unescape(header.substring(equals + 1)));
        }
    }

    @Override
    public boolean isSipURI() {
        return true;
    }

    @Override
    public boolean isSecure() {
        return getScheme().equals("sips");
    }

    @Override
    public void setSecure(boolean secure) {
        setScheme(secure ? "sips" : "sip");
    }

    @Override
    public String getUser() {
        return user;
    }

    @Override
    public void setUser(String user) {
        this.user = user;
    }

    @Override
    public String getUserPassword() {
        return password;
    }

    @Override
    public void setUserPassword(String password) {
        this.password = password;
    }

    @Override
    public String getHost() {
        return host;
    }

    @Override
    public void setHost(String host) {
        String bracketed = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        if (!HOST.matcher(bracketed).matches()) {
            throw new IllegalArgumentException("Not a host: " + host);
        }
        this.host = bracketed;
    }

    /** The port, or -1 if none is named. */
    @Override
    public int getPort() {
        return port;
    }

    @Override
    public void setPort(int port) {
        this.port = port < 0 ? -1 : port;
    }

    @Override
    public String getTransportParam() {
        return getParameter("transport");
    }

    @Override
    public void setTransportParam(String transport) {
        setParameter("transport", transport);
    }

    @Override
    public String getMAddrParam() {
        return getParameter("maddr");
    }

    @Override
    public void setMAddrParam(String address) {
        setParameter("maddr", address);
    }

    @Override
    public String getMethodParam() {
        return getParameter("method");
    }

    @Override
    public void setMethodParam(String method) {
        setParameter("method", method);
    }

    @Override
    public int getTTLParam() {
        String ttl = getParameter("ttl");
        return ttl == null || !ttl.matches("[0-9]{1,3}") ? -1 : Integer.parseInt(ttl);
    }

    @Override
    public void setTTLParam(int ttl) {
        setParameter("ttl", String.valueOf(ttl));
    }

    @Override
    public String getUserParam() {
        return getParameter("user");
    }

    @Override
    public void setUserParam(String kind) {
        setParameter("user", kind);
    }

    @Override
    public boolean getLrParam() {
        return getParameter("lr") != null;
    }

    @Override
    public void setLrParam(boolean loose) {
        if (loose) {
            setParameter("lr", "");
        } else {
            removeParameter("lr");
        }
    }

    @Override
    public String getHeader(String name) {
        return headers.get(name);
    }

    @Override
    public Iterator<String> getHeaderNames() {
        return List.copyOf(headers.keySet()).iterator();
    }

    @Override
    public void setHeader(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void removeHeader(String name) {
        headers.remove(name);
    }

    @Override
    public SipURI clone() {
        SipUri copy = new SipUri(getScheme(), user, password, host, port, new Parameters(parameters()));
        copy.headers.putAll(headers);
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SipUri that
                && getScheme().equals(that.getScheme())
                && Objects.equals(user, that.user)
                && Objects.equals(password, that.password)
                && host.equalsIgnoreCase(that.host)
                && port == that.port
                && TELLING.stream().allMatch(p -> (getParameter(p) == null) == (that.getParameter(p) == null))
                && parameters().agreesWith(that.parameters())
                && headers.equals(that.headers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(getScheme(), user, password, host.toLowerCase(Locale.ROOT), port);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(getScheme()).append(':');
        if (user != null) {
            text.append(Escapes.escape(user, Escapes.IN_USER));
            text.append(password == null ? "" : ":" + Escapes.escape(password, Escapes.IN_PASSWORD))
                    .append('@');
        }
        text.append(host).append(port < 0 ? "" : ":" + port).append(parameters().toUriString());
        char separator = '?';
        for (Map.Entry<String, String> header : headers.entrySet()) {
            text.append(separator).append(Escapes.escape(header.getKey(), Escapes.IN_HEADER));
            text.append('=').append(Escapes.escape(header.getValue(), Escapes.IN_HEADER));
            separator = '&';
        }
        return text.toString();
    }
}
