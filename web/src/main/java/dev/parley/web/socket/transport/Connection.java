package dev.parley.web.socket.transport;

import java.util.List;

/** One open socket, as the product sees it. Never blocks; a peer that does not read is closed, not waited for. */
public interface Connection {
    /** Unique on this node. */
    String id();

    /** Sends one frame after those before it. Closes with {@link CloseCode#TOO_SLOW} where too much waits already. */
    void send(String frame);

    /** Sends one frame, and says so once it is written to the network. */
    void send(String frame, Runnable written);

    /**
     * Sends a page of what was missed. It does not count towards the bound, as its size is bounded itself and the next page is read only
     * when this one is written.
     */
    void sendPage(List<String> frames, Runnable written);

    void close(CloseCode code, String reason);

    boolean isOpen();
}
