package dev.parley.sip.container.address;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.servlet.sip.SipURI;

/** A sip or sips URI. User, password, parameters and headers are held without their escapes. */
public final class SipUri extends AnyUri implements SipURI {
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

    SipUri(String scheme, String user, String password, String host, int port, Parameters parameters) {
        super(scheme, "", parameters);
        this.user = user;
        this.password = password;
        this.port = port;
        setHost(host);
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
        if (!SipUriText.HOST.matcher(bracketed).matches()) {
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
