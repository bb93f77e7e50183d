package dev.parley.bench.routing;

/**
 * How fast visitors may come. This is no test of load: a bound of two seconds says nothing of routing on a machine that is out of breath. So
 * the first minutes begin gently, while the nodes are cold, and nobody new comes while answers are slow; how often that was so is told.
 */
final class Pace {
    private static final double RAMP_NANOS = 300e9;
    private static final double SLOW_MILLIS = 150;
    /** No answer counts for more, so that one alone, among quick ones, holds nobody back. */
    private static final double MOST_MILLIS = 1_000;

    private final double arrivals;
    private final long begin = System.nanoTime();
    private double usual;
    private long heldBack;

    /** @param arrivals so many in a second, on the whole */
    Pace(double arrivals) {
        this.arrivals = arrivals;
    }

    /** An answer took so long. */
    void answered(double millis) {
        usual += (Math.min(millis, MOST_MILLIS) - usual) / 10;
    }

    /** Whether somebody may come now. What was slow is forgotten little by little, or nobody would come again. */
    boolean bears() {
        if (usual <= SLOW_MILLIS) {
            return true;
        }
        heldBack++;
        usual *= 0.97;
        return false;
    }

    /** How many may come in a second now. @param wave by how much more or less than usual */
    double rate(double wave) {
        double warm = Math.min(1, 0.1 + 0.9 * (System.nanoTime() - begin) / RAMP_NANOS);
        return arrivals * wave * warm;
    }

    /** How many came later, or not at all, because answers were slow. */
    long heldBack() {
        return heldBack;
    }
}
