package dev.parley.sip.container;

import java.net.InetAddress;
import java.util.Set;

/**
 * How a container runs.
 *
 * @param bind the address of its sockets
 * @param port the port of its sockets, UDP and TCP
 * @param methods what the application serves; everything else is refused before it costs anything
 * @param lanes how many messages are worked on at once; messages of one Call-ID keep their order
 * @param depth how many messages may wait in each lane; more are answered 503
 * @param maxTransactions how many server transactions may live at once; more are answered 503
 * @param maxSessions how many application sessions may live at once
 */
public record SipSettings(
        InetAddress bind, int port, Set<String> methods, int lanes, int depth, int maxTransactions, int maxSessions) {

    /** @throws IllegalArgumentException if a number makes no sense */
    public SipSettings {
        if (port < 1 || port > 65_535 || lanes < 1 || depth < 1 || maxTransactions < 1 || maxSessions < 1) {
            throw new IllegalArgumentException("Ports are from 1 to 65535, and limits at least 1");
        }
        methods = Set.copyOf(methods);
    }

    /** What suits a support desk: eight at once, half a second's work waiting at most. */
    public static SipSettings of(InetAddress bind, int port, Set<String> methods) {
        return new SipSettings(bind, port, methods, 8, 64, 20_000, 10_000);
    }

    /** The same with other limits of the queue. */
    public SipSettings withQueue(int otherLanes, int otherDepth) {
        return new SipSettings(bind, port, methods, otherLanes, otherDepth, maxTransactions, maxSessions);
    }
}
