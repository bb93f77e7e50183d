package dev.parley.sip.container;

import dev.parley.sip.container.address.AnyUri;
import dev.parley.sip.container.address.HeaderValue;
import dev.parley.sip.container.address.SipAddress;
import dev.parley.sip.container.address.SipUri;
import dev.parley.sip.container.message.Unsupported;
import dev.parley.sip.container.session.Sessions;
import javax.servlet.sip.Address;
import javax.servlet.sip.AuthInfo;
import javax.servlet.sip.Parameterable;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;

/** Makes addresses, URIs and application sessions for servlets. Requests it does not make: nothing here sends any. */
final class Factory implements SipFactory {
    private final Sessions sessions;

    Factory(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Address createAddress(String text) throws ServletParseException {
        return SipAddress.parse(text);
    }

    @Override
    public Address createAddress(URI uri) {
        return SipAddress.of(uri, null);
    }

    @Override
    public Address createAddress(URI uri, String displayName) {
        return SipAddress.of(uri, displayName);
    }

    @Override
    public Parameterable createParameterable(String text) throws ServletParseException {
        return HeaderValue.parse(text);
    }

    @Override
    public SipURI createSipURI(String user, String host) {
        return new SipUri(user, host);
    }

    @Override
    public URI createURI(String text) throws ServletParseException {
        return AnyUri.parse(text);
    }

    @Override
    public SipApplicationSession createApplicationSession() {
        return sessions.create();
    }

    @Override
    public SipApplicationSession createApplicationSessionByKey(String key) {
        return sessions.getApplicationSessionByKey(key, true);
    }

    @Override
    public AuthInfo createAuthInfo() {
        throw Unsupported.here("Authenticating as a client");
    }

    @Override
    public SipServletRequest createRequest(SipApplicationSession session, String method, Address from, Address to) {
        throw Unsupported.here("Sending requests");
    }

    @Override
    public SipServletRequest createRequest(SipApplicationSession session, String method, String from, String to) {
        throw Unsupported.here("Sending requests");
    }

    @Override
    public SipServletRequest createRequest(SipApplicationSession session, String method, URI from, URI to) {
        throw Unsupported.here("Sending requests");
    }

    @Override
    public SipServletRequest createRequest(SipServletRequest original, boolean sameCallId) {
        throw Unsupported.here("B2BUA");
    }
}
