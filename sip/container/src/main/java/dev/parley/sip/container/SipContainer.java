package dev.parley.sip.container;

import dev.parley.sip.container.session.Sessions;
import dev.parley.sip.container.transport.Flow;
import dev.parley.sip.container.transport.Listeners;
import dev.parley.sip.container.transport.QuietServerLogger;
import dev.parley.sip.container.transport.QuietStackLogger;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.message.SIPRequest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.sip.SipServlet;
import javax.sip.SipException;

/**
 * One running SIP servlet application: its sockets, its stack, its servlets. Each start makes a stack of its own, never
 * JAIN-SIP's static factory, which would keep the class loader of the first deployment for ever.
 */
public final class SipContainer implements AutoCloseable {
    /** The context attribute with the set of methods served, for Allow. */
    public static final String METHODS = "dev.parley.sip.methods";

    private final ServletHost host;
    private final Sessions sessions;
    private final Switching switching;
    private final Lanes lanes;
    private final Listeners listeners;
    private final Reception reception;
    private final SipStackImpl stack;
    private final ScheduledExecutorService sweeper;

    private SipContainer(SipSettings settings, ServletHost host) throws SipException {
        this.host = host;
        sessions = new Sessions(host.application(), settings.maxSessions(), host.sessionMinutes(), Clock.systemUTC());
        Tags tags = new Tags();
        switching = new Switching(host, sessions, tags, settings.maxTransactions());
        lanes = new Lanes(settings.lanes(), settings.depth(), host.loader());
        reception = new Reception(new Gate(settings.methods()), tags, lanes, this::serve);
        listeners = new Listeners(reception);
        stack = new SipStackImpl(properties());
        stack.setMessageProcessorFactory(listeners);
        sweeper = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sip-sweeper");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts the servlets and opens UDP and TCP sockets for them.
     *
     * @throws IOException if a socket cannot be opened
     * @throws ServletException if a servlet cannot start
     * @throws IllegalArgumentException if it cannot be said which servlet is the main one
     */
    public static SipContainer start(SipSettings settings, Collection<? extends SipServlet> servlets)
            throws IOException, ServletException {
        SipContainer container;
        try {
            container = new SipContainer(settings, new ServletHost(servlets));
        } catch (SipException e) {
            throw new IOException("The SIP stack cannot start", e);
        }
        try {
            container.open(settings);
            return container;
        } catch (IOException | ServletException | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    private void open(SipSettings settings) throws IOException, ServletException {
        host.start(sessions, settings);
        for (String transport : List.of("udp", "tcp")) {
            try {
                var point = stack.createListeningPoint(settings.bind().getHostAddress(), settings.port(), transport);
                stack.createSipProvider(point).addSipListener(switching);
            } catch (Exception e) {
                throw new IOException(
                        "SIP cannot listen on " + settings.bind().getHostAddress() + ":" + settings.port() + "/"
                                + transport + ": " + e.getMessage(),
                        e);
            }
        }
        sweeper.scheduleWithFixedDelay(sessions::expire, 10, 10, TimeUnit.SECONDS);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "parley-" + UUID.randomUUID());
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
        properties.setProperty("gov.nist.javax.sip.MAX_MESSAGE_SIZE", "65535");
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", QuietStackLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", QuietServerLogger.class.getName());
        // a servlet that never answers must not keep its transaction for ever; seconds, longer than timer J
        properties.setProperty("gov.nist.javax.sip.MAX_TX_LIFETIME_NON_INVITE", "40");
        return properties;
    }

    private void serve(SIPRequest request, Flow flow) throws Exception {
        if (switching.isFull()) {
            reception.refuseAsBusy(request, flow);
        } else {
            listeners.channel(flow).processMessage(request);
        }
    }

    /** How many server transactions live, for metrics. */
    public int transactions() {
        return switching.transactions();
    }

    /** How many application sessions live, for metrics. */
    public int sessions() {
        return sessions.count();
    }

    /** Closes the sockets, lets what is being worked on end, and ends the servlets. */
    @Override
    public void close() {
        sweeper.shutdownNow();
        lanes.close();
        stack.stop();
        host.stop();
    }
}
