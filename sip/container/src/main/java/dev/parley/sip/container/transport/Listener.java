package dev.parley.sip.container.transport;

import gov.nist.core.HostPort;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** One listening socket, as JAIN-SIP wants to see it. */
abstract class Listener extends MessageProcessor {
    /** The largest message, and the largest UDP datagram. */
    static final int MAX_MESSAGE = 65_535;

    protected final Intake intake;

    Listener(InetAddress address, int port, String transport, SIPTransactionStack stack, Intake intake) {
        super(address, port, transport, stack);
        this.intake = intake;
    }

    /** The way to {@code peer}. @throws IOException if there is none and none can be opened */
    abstract Flow flowTo(InetSocketAddress peer) throws IOException;

    /** The channel of a flow that this listener accepted. */
    FlowChannel channel(Flow flow) {
        return new FlowChannel(this, flow);
    }

    /** Only addresses, never names: a name out of a message would let a stranger make us ask the DNS. */
    @Override
    public MessageChannel createMessageChannel(HostPort target) throws IOException {
        String host = target.getHost().getHostname();
        if (host == null || host.isEmpty() || !host.matches("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\\]?")) {
            throw new IOException("Not an IP address: " + host);
        }
        return createMessageChannel(InetAddress.getByName(host), target.getPort());
    }

    @Override
    public MessageChannel createMessageChannel(InetAddress host, int port) throws IOException {
        return channel(flowTo(new InetSocketAddress(host, port)));
    }

    @Override
    public SIPTransactionStack getSIPStack() {
        return sipStack;
    }

    @Override
    public int getDefaultTargetPort() {
        return 5060;
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public int getMaximumMessageSize() {
        return MAX_MESSAGE;
    }
}
