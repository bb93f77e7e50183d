package dev.parley.cluster;

/** Carries hints to the other nodes. A hint may be lost, may come twice and may come late; one's own never come back. */
public interface ClusterBus extends AutoCloseable {
    /** Sends it soon, and never waits for that. */
    void tell(Hint hint);

    /** Whether there may be other nodes at all. */
    boolean shared();

    /** Whether hints of the others arrive now, and somebody sends this node's. */
    boolean connected();

    /** How many hints were sent since the start. */
    long told();

    /** How many of the other nodes' were heard since the start. */
    long heard();

    @Override
    void close();
}
