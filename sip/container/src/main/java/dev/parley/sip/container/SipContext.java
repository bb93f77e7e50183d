package dev.parley.sip.container;

import dev.parley.sip.container.message.Unsupported;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The servlet context of SIP servlets. Of the interface's sixty methods, most of them HTTP's, those below mean something
 * here; every other refuses. A proxy, so that a server with a newer Servlet API finds none missing.
 */
final class SipContext implements InvocationHandler {
    private static final Logger LOG = Logger.getLogger(SipContext.class.getName());

    private final String application;
    private final ClassLoader loader;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final Map<String, Servlet> servlets;
    private final ServletContext proxy;

    /** @param servlets by their names, filled before the first request */
    SipContext(String application, ClassLoader loader, Map<String, Servlet> servlets) {
        this.application = application;
        this.loader = loader;
        this.servlets = servlets;
        this.proxy = (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class}, this);
    }

    /** What servlets see. */
    ServletContext view() {
        return proxy;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("equals")) {
            return self == arguments[0];
        }
        Method own;
        try {
            own = SipContext.class.getDeclaredMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException none) {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(this, arguments);
            }
            throw Unsupported.inSip("ServletContext." + method.getName());
        }
        try {
            return own.invoke(this, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    String getServletContextName() {
        return application;
    }

    String getContextPath() {
        return "";
    }

    String getServerInfo() {
        return "Parley SIP servlet container";
    }

    int getMajorVersion() {
        return 6;
    }

    int getMinorVersion() {
        return 0;
    }

    ClassLoader getClassLoader() {
        return loader;
    }

    InputStream getResourceAsStream(String path) {
        return loader.getResourceAsStream(path.startsWith("/") ? path.substring(1) : path);
    }

    Object getAttribute(String name) {
        return attributes.get(Objects.requireNonNull(name, "name"));
    }

    Enumeration<String> getAttributeNames() {
        return Collections.enumeration(Set.copyOf(attributes.keySet()));
    }

    void setAttribute(String name, Object value) {
        if (value == null) {
            removeAttribute(name);
        } else {
            attributes.put(Objects.requireNonNull(name, "name"), value);
        }
    }

    void removeAttribute(String name) {
        attributes.remove(name);
    }

    String getInitParameter(String name) {
        return null;
    }

    Enumeration<String> getInitParameterNames() {
        return Collections.emptyEnumeration();
    }

    void log(String message) {
        LOG.info(message);
    }

    void log(String message, Throwable cause) {
        LOG.log(Level.WARNING, message, cause);
    }

    /** Passes a request on to the servlet of that name; null if there is none. */
    RequestDispatcher getNamedDispatcher(String name) {
        Servlet servlet = servlets.get(name);
        return servlet == null ? null : new ToServlet(servlet);
    }

    private record ToServlet(Servlet servlet) implements RequestDispatcher {
        @Override
        public void forward(ServletRequest request, ServletResponse response) throws ServletException, IOException {
            servlet.service(request, response);
        }

        @Override
        public void include(ServletRequest request, ServletResponse response) {
            throw Unsupported.inSip("Including another servlet's answer");
        }
    }
}
