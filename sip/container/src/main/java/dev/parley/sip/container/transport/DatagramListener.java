package dev.parley.sip.container.transport;

import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * SIP over UDP: one socket, one thread that reads it and never waits for anything else. Not a channel: that would be
 * closed for all by the interruption of any thread that sends.
 */
final class DatagramListener extends Listener {
    private static final Logger LOG = Logger.getLogger(DatagramListener.class.getName());
    /** Room for the bursts of phones that all register after a power cut. */
    private static final int RECEIVE_BUFFER = 1 << 20;

    private volatile DatagramSocket socket;

    DatagramListener(InetAddress address, int port, SIPTransactionStack stack, Intake intake) {
        super(address, port, "udp", stack, intake);
    }

    @Override
    public void start() throws IOException {
        DatagramSocket opened = new DatagramSocket(getPort(), getIpAddress());
        opened.setReceiveBufferSize(RECEIVE_BUFFER);
        socket = opened;
        Thread reader = new Thread(() -> read(opened), "sip-udp-" + getPort());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(DatagramSocket from) {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_MESSAGE], MAX_MESSAGE);
        while (!from.isClosed()) {
            try {
                packet.setLength(MAX_MESSAGE);
                from.receive(packet);
                byte[] message = Arrays.copyOf(packet.getData(), packet.getLength());
                intake.received(new Datagrams((InetSocketAddress) packet.getSocketAddress()), message);
            } catch (IOException | RuntimeException e) {
                // one bad datagram, or an ICMP error of an earlier answer, must not end the reading of all others
                LOG.log(Level.FINE, "A datagram was not taken", e);
            } catch (Error e) {
                LOG.log(Level.SEVERE, "A datagram was not taken", e);
            }
        }
    }

    @Override
    Flow flowTo(InetSocketAddress peer) {
        return new Datagrams(peer);
    }

    @Override
    public void stop() {
        DatagramSocket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public boolean inUse() {
        return socket != null;
    }

    /** The datagrams exchanged with one peer. */
    private final class Datagrams implements Flow {
        private final InetSocketAddress peer;

        Datagrams(InetSocketAddress peer) {
            this.peer = peer;
        }

        @Override
        public String transport() {
            return "udp";
        }

        @Override
        public InetSocketAddress remote() {
            return peer;
        }

        @Override
        public InetSocketAddress local() {
            return new InetSocketAddress(getIpAddress(), getPort());
        }

        @Override
        public boolean reliable() {
            return false;
        }

        @Override
        public void send(byte[] message) throws IOException {
            DatagramSocket open = socket;
            if (open == null) {
                throw new IOException("SIP has stopped");
            }
            open.send(new DatagramPacket(message, message.length, peer));
        }

        @Override
        public void close() {
            // datagrams have nothing to close
        }
    }
}
