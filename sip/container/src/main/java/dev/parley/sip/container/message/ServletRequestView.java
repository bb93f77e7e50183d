package dev.parley.sip.container.message;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletConnection;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code jakarta.servlet} asks of every request, as far as it means something for SIP. */
abstract class ServletRequestView extends Message implements ServletRequest {
    private final Exchange exchange;

    ServletRequestView(HeaderLines headers, Content content, Exchange exchange) {
        super(headers, content, exchange.flow());
        this.exchange = exchange;
    }

    @Override
    public ServletContext getServletContext() {
        return exchange.context();
    }

    /** The scheme of the request's URI. */
    @Override
    public String getScheme() {
        return exchange.request().getRequestLine().getUri().getScheme();
    }

    @Override
    public String getServerName() {
        return getLocalAddr();
    }

    @Override
    public int getServerPort() {
        return getLocalPort();
    }

    @Override
    public String getLocalName() {
        return getLocalAddr();
    }

    /** The address: the DNS is never asked about a stranger. */
    @Override
    public String getRemoteHost() {
        return getRemoteAddr();
    }

    @Override
    public Locale getLocale() {
        return getAcceptLanguage();
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(Languages.accepted(headers));
    }

    @Override
    public long getContentLengthLong() {
        return getContentLength();
    }

    /** Null: parameters are those of a popped Route, which there never is. */
    @Override
    public String getParameter(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(List.of());
    }

    @Override
    public String[] getParameterValues(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    /** The transaction's name, the branch of the topmost Via. */
    @Override
    public String getRequestId() {
        return exchange.request().getTopmostVia().getBranch();
    }

    @Override
    public String getProtocolRequestId() {
        return getRequestId();
    }

    @Override
    public ServletConnection getServletConnection() {
        throw Unsupported.inSip("A servlet connection");
    }

    @Override
    public AsyncContext startAsync() {
        throw new IllegalStateException("A SIP servlet answers whenever it likes, without an asynchronous context");
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return startAsync();
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public AsyncContext getAsyncContext() {
        throw new IllegalStateException("There is no asynchronous context");
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }
}
