package dev.parley.sip.container.address;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.servlet.sip.Parameterable;
import javax.servlet.sip.ServletParseException;

/** A header's value with parameters, such as {@code text/plain;charset=utf-8}. A frozen one belongs to the container. */
public class HeaderValue implements Parameterable {
    private String value;
    private final Parameters parameters;
    private final boolean frozen;

    HeaderValue(String value, Parameters parameters, boolean frozen) {
        this.value = value;
        this.parameters = parameters;
        this.frozen = frozen;
    }

    /** Reads one value with its parameters. @throws ServletParseException if it is malformed */
    public static HeaderValue parse(String text) throws ServletParseException {
        Escapes.refuseControls(text);
        int semicolon = Scan.find(text, ';', 0);
        String value = (semicolon < 0 ? text : text.substring(0, semicolon)).trim();
        return new HeaderValue(value, Parameters.ofHeader(semicolon < 0 ? "" : text.substring(semicolon + 1)), false);
    }

    /** @throws IllegalStateException if this belongs to a header that only the container may change */
    final void refuseWhenFrozen() {
        if (frozen) {
            throw new IllegalStateException("Only the container may change this header");
        }
    }

    final boolean isFrozen() {
        return frozen;
    }

    final Parameters parameters() {
        return parameters;
    }

    @Override
    public String getValue() {
        return value;
    }

    @Override
    public void setValue(String value) {
        refuseWhenFrozen();
        this.value = Objects.requireNonNull(value, "value");
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
    public Set<Map.Entry<String, String>> getParameters() {
        return parameters.asMap().entrySet();
    }

    /** Sets a parameter; null removes it. */
    @Override
    public void setParameter(String name, String value) {
        refuseWhenFrozen();
        if (value == null) {
            parameters.remove(name);
        } else {
            parameters.set(name, value);
        }
    }

    @Override
    public void removeParameter(String name) {
        refuseWhenFrozen();
        parameters.remove(name);
    }

    @Override
    public Object clone() {
        return new HeaderValue(value, new Parameters(parameters), false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeaderValue that
                && getClass() == that.getClass()
                && value.equalsIgnoreCase(that.value)
                && parameters.agreesWith(that.parameters);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return value + parameters.toHeaderString();
    }
}
