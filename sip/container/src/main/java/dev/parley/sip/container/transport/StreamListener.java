package dev.parley.sip.container.transport;

import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * SIP over TCP: one thread for all connections. Their number is limited altogether and for each address; a connection
 * that leaves a message unfinished, or is silent for long, is closed. It opens no connections: an answer whose
 * connection has gone is lost, and the peer asks again.
 */
final class StreamListener extends Listener {
    static final Duration UNFINISHED = Duration.ofSeconds(10);
    static final Duration SILENT = Duration.ofMinutes(10);
    static final int CONNECTIONS = 2_000;
    static final int CONNECTIONS_PER_ADDRESS = 100;

    private static final Logger LOG = Logger.getLogger(StreamListener.class.getName());
    private static final long ROUND_MILLIS = 1_000;

    private final Map<InetSocketAddress, StreamFlow> flows = new ConcurrentHashMap<>();
    private volatile Selector selector;
    private ServerSocketChannel server;

    StreamListener(InetAddress address, int port, SIPTransactionStack stack, Intake intake) {
        super(address, port, "tcp", stack, intake);
    }

    @Override
    public void start() throws IOException {
        Selector opened;
        server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(new InetSocketAddress(getIpAddress(), getPort()), 128);
            server.configureBlocking(false);
            opened = Selector.open();
            server.register(opened, SelectionKey.OP_ACCEPT);
        } catch (IOException failed) {
            server.close();
            throw failed;
        }
        selector = opened;
        Thread reader = new Thread(() -> serve(opened), "sip-tcp-" + getPort());
        reader.setDaemon(true);
        reader.start();
    }

    private void serve(Selector mine) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(16 * 1024);
        long nextRound = System.nanoTime();
        while (mine.isOpen()) {
            try {
                mine.select(ROUND_MILLIS);
                if (!mine.isOpen()) {
                    return;
                }
                for (SelectionKey key : takeSelected(mine)) {
                    serve(key, buffer);
                }
                if (System.nanoTime() - nextRound >= 0) {
                    nextRound = System.nanoTime() + ROUND_MILLIS * 1_000_000;
                    flows.values().forEach(StreamFlow::closeIfOverdue);
                }
            } catch (Exception e) {
                LOG.log(Level.FINE, "A round over the TCP connections failed", e);
            } catch (Error e) {
                LOG.log(Level.SEVERE, "A round over the TCP connections failed", e);
            }
        }
    }

    private Set<SelectionKey> takeSelected(Selector mine) {
        Set<SelectionKey> ready = new HashSet<>(mine.selectedKeys());
        mine.selectedKeys().clear();
        return ready;
    }

    private void serve(SelectionKey key, ByteBuffer buffer) throws IOException {
        if (key.isValid() && key.isAcceptable()) {
            accept();
            return;
        }
        StreamFlow flow = (StreamFlow) key.attachment();
        try {
            if (key.isValid() && key.isReadable()) {
                flow.read(buffer);
            }
            if (key.isValid() && key.isWritable()) {
                flow.write();
            }
        } catch (Exception e) {
            LOG.log(Level.FINE, "A TCP connection ended", e);
            flow.close();
        }
    }

    private void accept() throws IOException {
        SocketChannel accepted = server.accept();
        if (accepted == null) {
            return;
        }
        try {
            InetSocketAddress peer = (InetSocketAddress) accepted.getRemoteAddress();
            if (isCrowded(peer.getAddress())) {
                LOG.log(Level.FINE, "Too many TCP connections from {0}", peer.getAddress());
                accepted.close();
                return;
            }
            accepted.configureBlocking(false);
            accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = accepted.register(selector, SelectionKey.OP_READ);
            StreamFlow flow = new StreamFlow(this, accepted, key, peer);
            key.attach(flow);
            flows.put(peer, flow);
        } catch (IOException | RuntimeException e) {
            accepted.close();
            throw e;
        }
    }

    private boolean isCrowded(InetAddress peer) {
        if (flows.size() >= CONNECTIONS) {
            return true;
        }
        return flows.keySet().stream().filter(f -> f.getAddress().equals(peer)).count() >= CONNECTIONS_PER_ADDRESS;
    }

    void forget(StreamFlow flow) {
        flows.remove(flow.remote(), flow);
    }

    @Override
    Flow flowTo(InetSocketAddress peer) throws IOException {
        StreamFlow flow = flows.get(peer);
        if (flow == null) {
            throw new IOException("No TCP connection from " + peer);
        }
        return flow;
    }

    @Override
    public void stop() {
        Selector open = selector;
        selector = null;
        try {
            if (server != null) {
                server.close();
            }
            flows.values().forEach(StreamFlow::close);
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "The TCP listener did not close cleanly", e);
        }
    }

    @Override
    public boolean inUse() {
        return selector != null;
    }
}
