package dev.parley.sip.container.message;

import gov.nist.javax.sip.message.SIPResponse;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.ProxyBranch;
import javax.servlet.sip.Rel100Exception;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;

/** An answer of ours to a request that came to us. */
public final class OutboundResponse extends Message implements SipServletResponse {
    private static final Pattern REALM = Pattern.compile("(?i)realm\\s*=\\s*\"([^\"]*)\"");

    private final InboundRequest request;
    private int status;
    private String reason;
    private boolean sent;

    OutboundResponse(InboundRequest request, int status, String reason) {
        super(new HeaderLines(), new Content(), request.flow);
        this.request = request;
        for (String name : new String[] {"Call-ID", "CSeq", "From", "To"}) {
            request.headers.first(name).ifPresent(value -> headers.add(name, value, false));
        }
        setStatus(status, reason);
    }

    @Override
    void refuseWhenCommitted() {
        if (sent) {
            throw new IllegalStateException("The answer has been sent");
        }
    }

    @Override
    public boolean isCommitted() {
        return sent;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int status) {
        setStatus(status, null);
    }

    /** @throws IllegalArgumentException unless the status is from 100 to 699 */
    @Override
    public void setStatus(int status, String reason) {
        refuseWhenCommitted();
        if (status < 100 || status > 699) {
            throw new IllegalArgumentException("Not a SIP status: " + status);
        }
        this.status = status;
        this.reason = reason == null ? SIPResponse.getReasonPhrase(status) : line(reason);
    }

    @Override
    public String getReasonPhrase() {
        return reason;
    }

    /** Sends the answer on the flow of its request. @throws IllegalStateException if a final one was sent before */
    @Override
    public void send() throws IOException {
        refuseWhenCommitted();
        request.exchange().send(build());
        sent = true;
    }

    private SIPResponse build() {
        SIPResponse response = request.exchange().request().createResponse(status, reason);
        if (status > 100 && response.getToTag() == null) {
            response.setToTag(request.exchange().toTag());
        }
        for (String name : headers.names()) {
            if (response.getHeader(name) == null) {
                headers.lines(name).forEach(value -> response.addHeader(name + ": " + value));
            }
        }
        if (content.length() > 0) {
            response.setMessageContent(content.bytes());
            response.addHeader("Content-Type: " + content.type());
        }
        return response;
    }

    @Override
    public String getMethod() {
        return request.getMethod();
    }

    @Override
    public SipServletRequest getRequest() {
        return request;
    }

    @Override
    public SipSession getSession() {
        return request.getSession();
    }

    @Override
    public SipSession getSession(boolean create) {
        return request.getSession(create);
    }

    @Override
    public SipApplicationSession getApplicationSession() {
        return request.getApplicationSession();
    }

    @Override
    public SipApplicationSession getApplicationSession(boolean create) {
        return request.getApplicationSession(create);
    }

    @Override
    public Iterator<String> getChallengeRealms() {
        return Stream.of("WWW-Authenticate", "Proxy-Authenticate")
                .flatMap(name -> headers.lines(name).stream())
                .map(REALM::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .distinct()
                .iterator();
    }

    /** @throws Rel100Exception always: reliable provisional answers (RFC 3262) need an INVITE's dialog */
    @Override
    public void sendReliably() throws Rel100Exception {
        throw new Rel100Exception(Rel100Exception.NOT_INVITE);
    }

    /** @throws IllegalStateException always: the answer is ours, and not to an INVITE */
    @Override
    public SipServletRequest createAck() {
        throw new IllegalStateException("Only an answer to our own INVITE is acknowledged");
    }

    /** @throws Rel100Exception always, see {@link #sendReliably()} */
    @Override
    public SipServletRequest createPrack() throws Rel100Exception {
        throw new Rel100Exception(Rel100Exception.NOT_INVITE);
    }

    /** Null: nothing is proxied. */
    @Override
    public Proxy getProxy() {
        return null;
    }

    /** Null: nothing is proxied. */
    @Override
    public ProxyBranch getProxyBranch() {
        return null;
    }

    /** False: nothing is proxied. */
    @Override
    public boolean isBranchResponse() {
        return false;
    }

    /** Null: SIP bodies are set by {@link #setContent}. */
    @Override
    public ServletOutputStream getOutputStream() {
        return null;
    }

    /** Null: SIP bodies are set by {@link #setContent}. */
    @Override
    public PrintWriter getWriter() {
        return null;
    }

    @Override
    public void setContentLengthLong(long length) {
        setContentLength(Math.toIntExact(length));
    }

    @Override
    public void setLocale(Locale locale) {
        setContentLanguage(locale);
    }

    @Override
    public Locale getLocale() {
        return getContentLanguage();
    }

    /** 0: an answer is not written through a buffer. */
    @Override
    public int getBufferSize() {
        return 0;
    }

    @Override
    public void setBufferSize(int size) {
        // an answer is not written through a buffer
    }

    @Override
    public void flushBuffer() {
        // an answer leaves by send()
    }

    @Override
    public void resetBuffer() {
        // an answer is not written through a buffer
    }

    @Override
    public void reset() {
        throw Unsupported.inSip("Resetting an answer");
    }
}
