package dev.parley.sip.container.message;

import dev.parley.sip.container.address.AnyUri;
import dev.parley.sip.container.session.Session;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import java.io.BufferedReader;
import javax.servlet.sip.Address;
import javax.servlet.sip.AuthInfo;
import javax.servlet.sip.B2buaHelper;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import javax.servlet.sip.ar.SipApplicationRoutingDirective;
import javax.servlet.sip.ar.SipApplicationRoutingRegion;

/** A request that came to us, outside of any dialog. It can be read and answered; it cannot be proxied or sent on. */
public final class InboundRequest extends ServletRequestView implements SipServletRequest {
    private final Exchange exchange;
    private URI requestUri;

    /** @param headers the header lines as they came */
    public InboundRequest(Exchange exchange, HeaderLines headers) {
        super(
                headers,
                new Content(
                        exchange.request().getRawContent(),
                        headers.first("Content-Type").orElse(null)),
                exchange);
        this.exchange = exchange;
    }

    Exchange exchange() {
        return exchange;
    }

    @Override
    void refuseWhenCommitted() {
        if (isCommitted()) {
            throw new IllegalStateException("The request has its final answer");
        }
    }

    /** True once the final answer has been sent. */
    @Override
    public boolean isCommitted() {
        return exchange.isAnswered();
    }

    @Override
    public String getMethod() {
        return exchange.request().getMethod();
    }

    @Override
    public URI getRequestURI() {
        if (requestUri == null) {
            try {
                requestUri = AnyUri.parse(
                        exchange.request().getRequestLine().getUri().toString());
            } catch (ServletParseException e) {
                throw new IllegalStateException("A request with a bad URI was let in", e);
            }
        }
        return requestUri;
    }

    @Override
    public void setRequestURI(URI uri) {
        refuseWhenCommitted();
        requestUri = uri;
    }

    @Override
    public SipServletResponse createResponse(int status) {
        return createResponse(status, null);
    }

    /** @param reason null for the usual one */
    @Override
    public SipServletResponse createResponse(int status, String reason) {
        refuseWhenCommitted();
        return new OutboundResponse(this, status, reason);
    }

    @Override
    public SipSession getSession() {
        return getSession(true);
    }

    @Override
    public SipSession getSession(boolean create) {
        return exchange.session(create, this);
    }

    @Override
    public SipApplicationSession getApplicationSession() {
        return getApplicationSession(true);
    }

    @Override
    public SipApplicationSession getApplicationSession(boolean create) {
        Session session = exchange.session(create, this);
        return session == null ? null : session.getApplicationSession();
    }

    /** The hops left, or -1 if the sender named none. */
    @Override
    public int getMaxForwards() {
        String hops = headers.first("Max-Forwards").orElse("");
        return hops.matches("[0-9]{1,3}") ? Integer.parseInt(hops) : -1;
    }

    @Override
    public void setMaxForwards(int hops) {
        if (hops < 0 || hops > 255) {
            throw new IllegalArgumentException("Max-Forwards is from 0 to 255");
        }
        setHeader("Max-Forwards", String.valueOf(hops));
    }

    /** True: this container keeps no dialogs, so every request that reaches a servlet is an initial one. */
    @Override
    public boolean isInitial() {
        return true;
    }

    /** Null: SIP bodies are read by {@link #getContent()}. */
    @Override
    public ServletInputStream getInputStream() {
        return null;
    }

    /** Null: SIP bodies are read by {@link #getContent()}. */
    @Override
    public BufferedReader getReader() {
        return null;
    }

    /** Null: no Route of ours is ever recorded. */
    @Override
    public Address getPoppedRoute() {
        return null;
    }

    /** Null: no Route of ours is ever recorded. */
    @Override
    public Address getInitialPoppedRoute() {
        return null;
    }

    @Override
    public SipApplicationRoutingRegion getRegion() {
        return SipApplicationRoutingRegion.NEUTRAL_REGION;
    }

    @Override
    public SipApplicationRoutingDirective getRoutingDirective() {
        return SipApplicationRoutingDirective.NEW;
    }

    /** Null: there is one application, so nobody routes between several. */
    @Override
    public URI getSubscriberURI() {
        return null;
    }

    @Override
    public void setRoutingDirective(SipApplicationRoutingDirective directive, SipServletRequest original) {
        throw Unsupported.here("Application routing");
    }

    @Override
    public Proxy getProxy() {
        throw Unsupported.here("Proxying");
    }

    @Override
    public Proxy getProxy(boolean create) {
        if (!create) {
            return null;
        }
        throw Unsupported.here("Proxying");
    }

    @Override
    public B2buaHelper getB2buaHelper() {
        throw Unsupported.here("B2BUA");
    }

    /** @throws IllegalStateException always: the request came to us, so it is not ours to cancel */
    @Override
    public SipServletRequest createCancel() {
        throw new IllegalStateException("Only a request that was sent can be cancelled");
    }

    /** @throws IllegalStateException always: the request came to us, it cannot be sent */
    @Override
    public void send() {
        throw new IllegalStateException("This request came to us");
    }

    @Override
    public void addAuthHeader(SipServletResponse challenge, AuthInfo credentials) {
        throw Unsupported.here("Authenticating as a client");
    }

    @Override
    public void addAuthHeader(SipServletResponse challenge, String user, String password) {
        throw Unsupported.here("Authenticating as a client");
    }

    @Override
    public void pushPath(Address path) {
        throw Unsupported.here("Sending requests");
    }

    @Override
    public void pushRoute(Address route) {
        throw Unsupported.here("Sending requests");
    }

    @Override
    public void pushRoute(SipURI route) {
        throw Unsupported.here("Sending requests");
    }

    /** Null: a request is passed on by the context's named dispatchers. */
    @Override
    public RequestDispatcher getRequestDispatcher(String path) {
        return null;
    }
}
