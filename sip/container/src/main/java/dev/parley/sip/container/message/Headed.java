package dev.parley.sip.container.message;

import dev.parley.sip.container.address.HeaderValue;
import dev.parley.sip.container.address.SipAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.servlet.sip.Address;
import javax.servlet.sip.Parameterable;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletMessage;

/** A message's headers, of which the servlet may change all but the container's own. */
abstract class Headed implements SipServletMessage {
    /** Headers that only the container may change (JSR 289 section 4.1.2). */
    private static final Set<String> SYSTEM =
            Set.of("call-id", "from", "to", "cseq", "via", "route", "record-route", "rack", "rseq", "content-length");

    protected final HeaderLines headers;

    Headed(HeaderLines headers) {
        this.headers = headers;
    }

    /** @throws IllegalStateException if the message has been sent or answered, so that no change could have an effect */
    abstract void refuseWhenCommitted();

    private void refuseSystem(String name) {
        Objects.requireNonNull(name, "name");
        refuseWhenCommitted();
        if (SYSTEM.contains(HeaderLines.longName(name).toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("Only the container may change " + name);
        }
    }

    static String line(Object value) {
        String text = Objects.requireNonNull(value, "value").toString();
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A header's value must stay on its line");
        }
        return text;
    }

    @Override
    public String getHeader(String name) {
        return headers.first(Objects.requireNonNull(name, "name")).orElse(null);
    }

    @Override
    public ListIterator<String> getHeaders(String name) {
        return headers.lines(Objects.requireNonNull(name, "name")).listIterator();
    }

    @Override
    public Iterator<String> getHeaderNames() {
        return headers.names().iterator();
    }

    @Override
    public void setHeader(String name, String value) {
        refuseSystem(name);
        headers.set(name, line(value));
    }

    @Override
    public void addHeader(String name, String value) {
        refuseSystem(name);
        headers.add(name, line(value), false);
    }

    @Override
    public void removeHeader(String name) {
        refuseSystem(name);
        headers.remove(name);
    }

    @Override
    public Address getAddressHeader(String name) throws ServletParseException {
        List<String> values = headers.values(name);
        return values.isEmpty() ? null : SipAddress.parse(values.get(0));
    }

    @Override
    public ListIterator<Address> getAddressHeaders(String name) throws ServletParseException {
        List<Address> addresses = new ArrayList<>();
        for (String value : headers.values(name)) {
            addresses.add(SipAddress.parse(value));
        }
        return Collections.unmodifiableList(addresses).listIterator();
    }

    @Override
    public void setAddressHeader(String name, Address address) {
        setHeader(name, line(address));
    }

    @Override
    public void addAddressHeader(String name, Address address, boolean first) {
        refuseSystem(name);
        headers.add(name, line(address), first);
    }

    @Override
    public Parameterable getParameterableHeader(String name) throws ServletParseException {
        List<String> values = headers.values(name);
        return values.isEmpty() ? null : HeaderValue.parse(values.get(0));
    }

    @Override
    public ListIterator<Parameterable> getParameterableHeaders(String name) throws ServletParseException {
        List<Parameterable> parsed = new ArrayList<>();
        for (String value : headers.values(name)) {
            parsed.add(HeaderValue.parse(value));
        }
        return Collections.unmodifiableList(parsed).listIterator();
    }

    @Override
    public void setParameterableHeader(String name, Parameterable value) {
        setHeader(name, line(value));
    }

    @Override
    public void addParameterableHeader(String name, Parameterable value, boolean first) {
        refuseSystem(name);
        headers.add(name, line(value), first);
    }

    /** From as the container keeps it: it cannot be changed. */
    @Override
    public Address getFrom() {
        return systemAddress("From");
    }

    /** To as the container keeps it: it cannot be changed. */
    @Override
    public Address getTo() {
        return systemAddress("To");
    }

    private Address systemAddress(String name) {
        try {
            return SipAddress.parseFrozen(headers.first(name).orElseThrow());
        } catch (ServletParseException e) {
            throw new IllegalStateException("A message without " + name + " was let in", e);
        }
    }

    @Override
    public String getCallId() {
        return headers.first("Call-ID").orElseThrow();
    }

    /** Seconds, or -1 if there is no such header or it makes no sense. */
    @Override
    public int getExpires() {
        String expires = headers.first("Expires").orElse("");
        return expires.matches("[0-9]{1,10}") ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(expires)) : -1;
    }

    @Override
    public void setExpires(int seconds) {
        setHeader("Expires", String.valueOf(seconds));
    }

    @Override
    public Locale getAcceptLanguage() {
        return getAcceptLanguages().next();
    }

    @Override
    public Iterator<Locale> getAcceptLanguages() {
        return Languages.accepted(headers).iterator();
    }

    @Override
    public void addAcceptLanguage(Locale locale) {
        addHeader("Accept-Language", locale.toLanguageTag());
    }

    @Override
    public void setAcceptLanguage(Locale locale) {
        if (locale == null) {
            removeHeader("Accept-Language");
        } else {
            setHeader("Accept-Language", locale.toLanguageTag());
        }
    }

    @Override
    public Locale getContentLanguage() {
        return headers.first("Content-Language").map(Locale::forLanguageTag).orElse(null);
    }

    @Override
    public void setContentLanguage(Locale locale) {
        setHeader("Content-Language", locale.toLanguageTag());
    }
}
