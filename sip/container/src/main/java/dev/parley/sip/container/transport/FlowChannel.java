package dev.parley.sip.container.transport;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.RawMessageChannel;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;

/**
 * Shows a {@link Flow} to JAIN-SIP's transactions. It must be a {@code RawMessageChannel}: client transactions cast it
 * to one. Unlike JAIN-SIP's channels it never short-circuits a message to a listener of our own, which a forged Via
 * could abuse for a loop.
 */
public final class FlowChannel extends MessageChannel implements RawMessageChannel {
    private final Flow flow;

    FlowChannel(MessageProcessor processor, Flow flow) {
        this.messageProcessor = processor;
        this.flow = flow;
    }

    /** The flow behind this channel. */
    public Flow flow() {
        return flow;
    }

    /** Hands a message to its transaction, or makes one for it. */
    @Override
    public void processMessage(SIPMessage message) throws Exception {
        message.setRemoteAddress(flow.remote().getAddress());
        message.setRemotePort(flow.remote().getPort());
        message.setLocalAddress(flow.local().getAddress());
        message.setLocalPort(flow.local().getPort());
        message.setPeerPacketSourceAddress(flow.remote().getAddress());
        message.setPeerPacketSourcePort(flow.remote().getPort());
        if (message instanceof SIPRequest request) {
            take(request);
        } else {
            take((SIPResponse) message);
        }
    }

    private void take(SIPRequest request) {
        var transaction = getSIPStack().newSIPServerRequest(request, this);
        if (transaction == null) {
            return; // the same request is being worked on
        }
        try {
            transaction.processRequest(request, this);
        } finally {
            if (transaction instanceof SIPServerTransaction server && !server.passToListener()) {
                server.releaseSem();
            }
        }
    }

    private void take(SIPResponse response) throws Exception {
        response.checkHeaders();
        var transaction = getSIPStack().newSIPServerResponse(response, this);
        if (transaction == null) {
            return;
        }
        try {
            if (!(transaction instanceof SIPClientTransaction client) || client.checkFromTag(response)) {
                transaction.processResponse(response, this);
            }
        } finally {
            if (transaction instanceof SIPTransaction waiting && !waiting.passToListener()) {
                waiting.releaseSem();
            }
        }
    }

    @Override
    public void sendMessage(SIPMessage message) throws IOException {
        flow.send(message.encodeAsBytes(getTransport()));
    }

    @Override
    protected void sendMessage(byte[] message, InetAddress receiver, int port, boolean reconnect) throws IOException {
        flow.send(message);
    }

    @Override
    public void close() {
        flow.close();
    }

    @Override
    public SIPTransactionStack getSIPStack() {
        return messageProcessor.getSIPStack();
    }

    @Override
    public String getTransport() {
        return flow.transport();
    }

    @Override
    public boolean isReliable() {
        return flow.reliable();
    }

    @Override
    public boolean isSecure() {
        return messageProcessor.isSecure();
    }

    @Override
    public String getPeerAddress() {
        return flow.remote().getAddress().getHostAddress();
    }

    @Override
    protected InetAddress getPeerInetAddress() {
        return flow.remote().getAddress();
    }

    @Override
    protected String getPeerProtocol() {
        return flow.transport();
    }

    @Override
    public int getPeerPort() {
        return flow.remote().getPort();
    }

    @Override
    public int getPeerPacketSourcePort() {
        return flow.remote().getPort();
    }

    @Override
    public InetAddress getPeerPacketSourceAddress() {
        return flow.remote().getAddress();
    }

    @Override
    public String getKey() {
        return getKey(flow.remote().getAddress(), flow.remote().getPort(), flow.transport());
    }

    @Override
    public String getViaHost() {
        return messageProcessor.getIpAddress().getHostAddress();
    }

    @Override
    public int getViaPort() {
        return messageProcessor.getPort();
    }
}
