package dev.parley.sip.container.transport;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.MessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives JAIN-SIP our listeners in place of its own. */
public final class Listeners implements MessageProcessorFactory {
    private final Intake intake;
    private final Map<String, Listener> byTransport = new ConcurrentHashMap<>();

    /** @param intake takes everything that the listeners receive */
    public Listeners(Intake intake) {
        this.intake = intake;
    }

    @Override
    public MessageProcessor createMessageProcessor(
            SIPTransactionStack stack, InetAddress address, int port, String transport) throws IOException {
        Listener listener = switch (transport.toLowerCase(Locale.ROOT)) {
            case "udp" -> new DatagramListener(address, port, stack, intake);
            case "tcp" -> new StreamListener(address, port, stack, intake);
            default -> throw new IOException("No listener for " + transport);
        };
        byTransport.put(listener.getTransport(), listener);
        return listener;
    }

    /** The channel on which transactions answer what came by {@code flow}. */
    public FlowChannel channel(Flow flow) {
        return byTransport.get(flow.transport()).channel(flow);
    }
}
