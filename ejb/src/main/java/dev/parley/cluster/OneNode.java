package dev.parley.cluster;

/** The bus where nobody else can be: on H2, which one node has for itself. */
final class OneNode implements ClusterBus {
    @Override
    public void tell(Hint hint) {
        // everybody who could be told has heard the event itself
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public boolean connected() {
        return false;
    }

    @Override
    public long told() {
        return 0;
    }

    @Override
    public long heard() {
        return 0;
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
