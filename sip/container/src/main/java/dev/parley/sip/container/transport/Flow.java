package dev.parley.sip.container.transport;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A way to one peer: a datagram address, a TCP connection, later a WebSocket. Answers leave on the flow on which their
 * request came, so a phone behind a NAT is reached.
 */
public interface Flow {
    /** "udp" or "tcp", as in a Via header. */
    String transport();

    /** Where the peer's bytes really come from, whatever its headers say. */
    InetSocketAddress remote();

    /** Our end. */
    InetSocketAddress local();

    /** Whether the transport delivers what it accepts, so that nothing is retransmitted over it. */
    boolean reliable();

    /**
     * Sends one complete message without waiting for the peer to read it.
     *
     * @throws IOException if the flow has ended, or the peer reads too slowly to be served
     */
    void send(byte[] message) throws IOException;

    /** Ends the flow. Does nothing for datagrams. */
    void close();
}
