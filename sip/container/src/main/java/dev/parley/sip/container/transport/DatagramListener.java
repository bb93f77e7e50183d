package dev.parley.sip.container.transport;

import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.logging.Level;
import java.util.logging.Logger;

/** SIP over UDP: one socket, one thread that reads it and never waits for anything else. */
final class DatagramListener extends Listener {
    private static final Logger LOG = Logger.getLogger(DatagramListener.class.getName());
    /** Room for the bursts of phones that all register after a power cut. */
    private static final int RECEIVE_BUFFER = 1 << 20;

    private volatile DatagramChannel socket;

    DatagramListener(InetAddress address, int port, SIPTransactionStack stack, Intake intake) {
        super(address, port, "udp", stack, intake);
    }

    @Override
    public void start() throws IOException {
        DatagramChannel opened = DatagramChannel.open();
        try {
            opened.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            opened.bind(new InetSocketAddress(getIpAddress(), getPort()));
        } catch (IOException failed) {
            opened.close();
            throw failed;
        }
        socket = opened;
        Thread reader = new Thread(() -> read(opened), "sip-udp-" + getPort());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(DatagramChannel from) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_MESSAGE);
        while (from.isOpen()) {
            try {
                buffer.clear();
                InetSocketAddress peer = (InetSocketAddress) from.receive(buffer);
                buffer.flip();
                byte[] message = new byte[buffer.remaining()];
                buffer.get(message);
                intake.received(new Datagrams(peer), message);
            } catch (ClosedChannelException closed) {
                return;
            } catch (Exception e) {
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
        DatagramChannel open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.log(Level.FINE, "The UDP socket did not close cleanly", e);
            }
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
            DatagramChannel open = socket;
            if (open == null) {
                throw new IOException("SIP has stopped");
            }
            open.send(ByteBuffer.wrap(message), peer);
        }

        @Override
        public void close() {
            // datagrams have nothing to close
        }
    }
}
