package dev.parley.sip.app;

import dev.parley.call.Binding;
import dev.parley.call.BindingRule;
import dev.parley.sip.container.address.AnyUri;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;

/**
 * What one REGISTER asks for, and what becomes of a phone's bindings by it: RFC 3261 section 10.3, steps 5 to 8. All of
 * it happens or nothing.
 */
final class Registration implements BindingRule<Registration.Verdict> {
    static final int SHORTEST_SECONDS = 60;
    static final int LONGEST_SECONDS = 3_600;
    /** How many places a phone can be at. */
    static final int MOST_BINDINGS = 10;

    private final List<Contact> contacts;
    private final boolean removesAll;
    private final Origin origin;

    /** A place the phone names. @param seconds how long it wants to be reached there; 0: no longer */
    record Contact(URI uri, int seconds, Integer preference) {}

    /** Which request it was and where it came from. */
    record Origin(String callId, long cseq, String transport, String address, int port) {}

    /**
     * What was decided.
     *
     * @param change nothing where the bindings stay as they are
     * @param bindings what holds from now on
     * @param refusal null unless nothing was changed because of it
     */
    record Verdict(Optional<List<Binding>> change, List<Binding> bindings, Instant at, RegistrationRefused refusal)
            implements BindingRule.Decision {}

    Registration(List<Contact> contacts, boolean removesAll, Origin origin) {
        this.contacts = List.copyOf(contacts);
        this.removesAll = removesAll;
        this.origin = origin;
    }

    /**
     * Reads a REGISTER of the phone whose secret was proven.
     *
     * @throws RegistrationRefused if it speaks for another phone, or what it asks for makes no sense or cannot be had
     */
    static Registration read(SipServletRequest request, String extension) throws RegistrationRefused {
        URI registered = request.getTo().getURI();
        if (!(registered instanceof SipURI sip) || !extension.equals(sip.getUser())) {
            throw new RegistrationRefused(SipServletResponse.SC_FORBIDDEN, "Not Your Address");
        }
        Origin origin = new Origin(
                request.getCallId(),
                Long.parseLong(request.getHeader("CSeq").trim().split("\\s+")[0]),
                request.getTransport().toLowerCase(Locale.ROOT),
                request.getRemoteAddr(),
                request.getRemotePort());
        if (origin.callId().length() > Binding.LONGEST_CALL_ID) {
            throw new RegistrationRefused(SipServletResponse.SC_BAD_REQUEST, "Call-ID Too Long");
        }
        return read(request, origin);
    }

    private static Registration read(SipServletRequest request, Origin origin) throws RegistrationRefused {
        List<Address> named = new ArrayList<>();
        try {
            Iterator<Address> all = request.getAddressHeaders("Contact");
            all.forEachRemaining(named::add);
        } catch (ServletParseException e) {
            throw new RegistrationRefused(SipServletResponse.SC_BAD_REQUEST, "Bad Contact");
        }
        if (named.stream().anyMatch(Address::isWildcard)) {
            if (named.size() != 1 || request.getExpires() != 0) {
                throw new RegistrationRefused(SipServletResponse.SC_BAD_REQUEST, "Contact * Needs Expires 0");
            }
            return new Registration(List.of(), true, origin);
        }
        List<Contact> contacts = new ArrayList<>();
        for (Address contact : named) {
            contacts.add(contact(contact, request.getExpires()));
        }
        return new Registration(contacts, false, origin);
    }

    private static Contact contact(Address named, int expires) throws RegistrationRefused {
        if (!(named.getURI() instanceof SipURI) || named.getURI().toString().length() > Binding.LONGEST_CONTACT) {
            throw new RegistrationRefused(SipServletResponse.SC_BAD_REQUEST, "Bad Contact");
        }
        int asked = named.getParameter("expires") != null ? named.getExpires() : expires;
        int seconds = asked < 0 ? LONGEST_SECONDS : Math.min(asked, LONGEST_SECONDS);
        if (seconds > 0 && seconds < SHORTEST_SECONDS) {
            throw new RegistrationRefused(
                    SipServletResponse.SC_INTERVAL_TOO_BRIEF,
                    "Interval Too Brief",
                    Map.of("Min-Expires", String.valueOf(SHORTEST_SECONDS)));
        }
        return new Contact(named.getURI(), seconds, named.getQ() < 0 ? null : Math.round(named.getQ() * 1000));
    }

    @Override
    public Verdict decide(List<Binding> current, Instant now) {
        try {
            return removesAll ? removeAll(current, now) : update(current, now);
        } catch (RegistrationRefused refused) {
            return new Verdict(Optional.empty(), current, now, refused);
        }
    }

    private Verdict removeAll(List<Binding> current, Instant now) throws RegistrationRefused {
        for (Binding binding : current) {
            refuseOutOfOrder(binding);
        }
        return new Verdict(Optional.of(List.of()), List.of(), now, null);
    }

    private Verdict update(List<Binding> current, Instant now) throws RegistrationRefused {
        if (contacts.isEmpty()) {
            return new Verdict(Optional.empty(), current, now, null); // it only asks
        }
        List<Binding> bindings = new ArrayList<>(current);
        for (Contact contact : contacts) {
            int at = find(bindings, contact.uri());
            if (at >= 0) {
                if (current.contains(bindings.get(at))) {
                    refuseOutOfOrder(bindings.get(at));
                }
                bindings.remove(at);
            }
            if (contact.seconds() > 0) {
                bindings.add(bind(contact, now));
            }
        }
        if (bindings.size() > MOST_BINDINGS) {
            throw new RegistrationRefused(SipServletResponse.SC_FORBIDDEN, "Too Many Contacts");
        }
        return new Verdict(Optional.of(List.copyOf(bindings)), bindings, now, null);
    }

    /** A late or repeated request of the same registering phone must not undo a newer one. */
    private void refuseOutOfOrder(Binding binding) throws RegistrationRefused {
        if (binding.callId().equals(origin.callId()) && binding.cseq() >= origin.cseq()) {
            throw new RegistrationRefused(SipServletResponse.SC_SERVER_INTERNAL_ERROR, "Out Of Order");
        }
    }

    private static int find(List<Binding> bindings, URI wanted) {
        for (int i = 0; i < bindings.size(); i++) {
            if (wanted.equals(uri(bindings.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static URI uri(Binding binding) {
        try {
            return AnyUri.parse(binding.contact());
        } catch (ServletParseException e) {
            throw new IllegalStateException("A contact was kept that is no URI", e);
        }
    }

    private Binding bind(Contact contact, Instant now) {
        return new Binding(
                contact.uri().toString(),
                origin.callId(),
                origin.cseq(),
                contact.preference(),
                origin.transport(),
                origin.address(),
                origin.port(),
                now.plusSeconds(contact.seconds()));
    }

    /** The Contact that tells a phone about one of its bindings. */
    static String contact(Binding binding, Instant now) {
        long left = Math.max(0, Duration.between(now, binding.expiresAt()).toSeconds());
        String preference = binding.preference() == null ? "" : ";q=" + binding.preference() / 1000.0;
        return "<" + binding.contact() + ">" + preference + ";expires=" + left;
    }
}
