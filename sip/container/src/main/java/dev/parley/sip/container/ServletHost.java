package dev.parley.sip.container;

import dev.parley.sip.container.message.InboundRequest;
import dev.parley.sip.container.session.Sessions;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.annotation.SipApplication;

/**
 * The application's servlets. Every request goes to the main servlet, which may pass it on by name (JSR 289 section 16):
 * the only one, or the one that {@code @SipApplication(mainServlet)} of their package names.
 */
final class ServletHost {
    private static final Logger LOG = Logger.getLogger(ServletHost.class.getName());
    private static final int DEFAULT_MINUTES = 3;

    private final Map<String, Servlet> servlets = new ConcurrentHashMap<>();
    private final String main;
    private final String application;
    private final int sessionMinutes;
    private final SipContext context;

    /** @throws IllegalArgumentException if it cannot be said which servlet is the main one */
    ServletHost(Collection<? extends SipServlet> found) {
        Map<String, SipServlet> named = new LinkedHashMap<>();
        found.stream().sorted(Comparator.comparingInt(ServletHost::order)).forEach(servlet -> {
            if (named.put(nameOf(servlet), servlet) != null) {
                throw new IllegalArgumentException("Two SIP servlets are named " + nameOf(servlet));
            }
        });
        servlets.putAll(named);
        SipApplication declared = application(found);
        application = declared == null || declared.name().isEmpty() ? "sip" : declared.name();
        sessionMinutes = declared == null ? DEFAULT_MINUTES : declared.sessionTimeout();
        main = mainServlet(declared, List.copyOf(named.keySet()));
        ClassLoader loader = servlets.get(main).getClass().getClassLoader();
        context = new SipContext(application, loader, servlets);
    }

    private static String mainServlet(SipApplication declared, List<String> names) {
        String wanted = declared == null ? "" : declared.mainServlet();
        if (wanted.isEmpty() && names.size() == 1) {
            return names.get(0);
        }
        if (!names.contains(wanted)) {
            throw new IllegalArgumentException(
                    "Of the SIP servlets " + names + " none is the main one: '" + wanted + "'");
        }
        return wanted;
    }

    private static SipApplication application(Collection<? extends SipServlet> found) {
        return found.stream()
                .map(servlet -> declaring(servlet).getPackage().getAnnotation(SipApplication.class))
                .filter(a -> a != null)
                .findFirst()
                .orElse(null);
    }

    /** The class that carries the annotation: CDI may hand out a subclass. */
    private static Class<?> declaring(SipServlet servlet) {
        for (Class<?> type = servlet.getClass(); type != SipServlet.class; type = type.getSuperclass()) {
            if (type.getDeclaredAnnotation(javax.servlet.sip.annotation.SipServlet.class) != null) {
                return type;
            }
        }
        return servlet.getClass();
    }

    private static javax.servlet.sip.annotation.SipServlet annotation(SipServlet servlet) {
        return servlet.getClass().getAnnotation(javax.servlet.sip.annotation.SipServlet.class);
    }

    private static String nameOf(SipServlet servlet) {
        var annotation = annotation(servlet);
        return annotation == null || annotation.name().isEmpty()
                ? declaring(servlet).getSimpleName()
                : annotation.name();
    }

    private static int order(SipServlet servlet) {
        var annotation = annotation(servlet);
        return annotation == null || annotation.loadOnStartup() < 0 ? Integer.MAX_VALUE : annotation.loadOnStartup();
    }

    String application() {
        return application;
    }

    int sessionMinutes() {
        return sessionMinutes;
    }

    ServletContext context() {
        return context.view();
    }

    ClassLoader loader() {
        return context.getClassLoader();
    }

    /** Tells all servlets that they start. @throws ServletException if one cannot */
    void start(Sessions sessions, SipSettings settings) throws ServletException {
        context.setAttribute(SipServlet.SIP_FACTORY, new Factory(sessions));
        context.setAttribute(SipServlet.SIP_SESSIONS_UTIL, sessions);
        context.setAttribute(SipServlet.SUPPORTED, List.of());
        context.setAttribute(SipServlet.SUPPORTED_RFCs, List.of("3261", "3581", "7616", "8760"));
        context.setAttribute(SipServlet.OUTBOUND_INTERFACES, List.of());
        context.setAttribute(SipContainer.METHODS, settings.methods());
        for (Map.Entry<String, Servlet> servlet : servlets.entrySet()) {
            servlet.getValue().init(new Config(servlet.getKey(), context.view()));
        }
    }

    /** Tells all servlets that they end. */
    void stop() {
        for (Map.Entry<String, Servlet> servlet : servlets.entrySet()) {
            try {
                servlet.getValue().destroy();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "The SIP servlet " + servlet.getKey() + " did not end cleanly", e);
            }
        }
    }

    void serve(InboundRequest request) throws ServletException, IOException {
        servlets.get(main).service(request, null);
    }

    private record Config(String name, ServletContext context) implements ServletConfig {
        @Override
        public String getServletName() {
            return name;
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public String getInitParameter(String parameter) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
