package dev.parley.sip.container.message;

import dev.parley.sip.container.transport.Flow;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What requests and responses have in common beside headers: body, attributes and the flow they travel on. */
abstract class Message extends Headed {
    protected final Content content;
    protected final Flow flow;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private HeaderForm form = HeaderForm.DEFAULT;

    Message(HeaderLines headers, Content content, Flow flow) {
        super(headers);
        this.content = content;
        this.flow = flow;
    }

    @Override
    public String getProtocol() {
        return "SIP/2.0";
    }

    @Override
    public HeaderForm getHeaderForm() {
        return form;
    }

    /** Only the long and default forms exist here. */
    @Override
    public void setHeaderForm(HeaderForm wanted) {
        if (wanted == HeaderForm.COMPACT) {
            throw Unsupported.here("The compact header form");
        }
        form = wanted;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(Objects.requireNonNull(name, "name"));
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(List.copyOf(attributes.keySet()));
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public String getCharacterEncoding() {
        return content.encoding();
    }

    /** @throws UncheckedIOException if the platform has no such encoding (both parent interfaces say it differently) */
    @Override
    public void setCharacterEncoding(String encoding) {
        refuseWhenCommitted();
        try {
            content.encoding(encoding);
        } catch (UnsupportedEncodingException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }

    @Override
    public int getContentLength() {
        return content.length();
    }

    /** Checked only: the length is always that of the body. @throws IllegalStateException if it is another */
    @Override
    public void setContentLength(int length) {
        refuseWhenCommitted();
        if (length != content.length()) {
            throw new IllegalStateException("The body has " + content.length() + " bytes, not " + length);
        }
    }

    @Override
    public String getContentType() {
        return content.type();
    }

    @Override
    public void setContentType(String type) {
        refuseWhenCommitted();
        content.type(type);
    }

    @Override
    public Object getContent() throws UnsupportedEncodingException {
        return content.read();
    }

    @Override
    public byte[] getRawContent() {
        return content.length() == 0 ? null : content.bytes();
    }

    @Override
    public void setContent(Object body, String type) throws UnsupportedEncodingException {
        refuseWhenCommitted();
        content.write(body, type == null ? null : line(type));
    }

    @Override
    public String getLocalAddr() {
        return flow.local().getAddress().getHostAddress();
    }

    @Override
    public int getLocalPort() {
        return flow.local().getPort();
    }

    @Override
    public String getRemoteAddr() {
        return flow.remote().getAddress().getHostAddress();
    }

    @Override
    public int getRemotePort() {
        return flow.remote().getPort();
    }

    @Override
    public String getTransport() {
        return flow.transport();
    }

    @Override
    public String getInitialRemoteAddr() {
        return getRemoteAddr();
    }

    @Override
    public int getInitialRemotePort() {
        return getRemotePort();
    }

    @Override
    public String getInitialTransport() {
        return getTransport();
    }

    /** False: TLS is not among the listeners. */
    @Override
    public boolean isSecure() {
        return false;
    }

    /** Null: the container authenticates nobody; servlets ask for digest credentials themselves. */
    @Override
    public String getRemoteUser() {
        return null;
    }

    /** Null, see {@link #getRemoteUser()}. */
    @Override
    public Principal getUserPrincipal() {
        return null;
    }

    /** False, see {@link #getRemoteUser()}. */
    @Override
    public boolean isUserInRole(String role) {
        return false;
    }
}
