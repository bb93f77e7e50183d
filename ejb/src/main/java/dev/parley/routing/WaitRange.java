package dev.parley.routing;

import java.time.Duration;

/**
 * How long somebody in a queue will wait: with {@link #CONFIDENCE} no shorter than {@code low} and no longer than {@code high}, and as
 * likely shorter than the one as longer than the other.
 *
 * <p>A queue that is served moves on by one place at a time; while all agents are busy the pauses between are about exponential, since many
 * conversations end independently of each other. Whoever has place {@code p} waits for {@code p} such pauses, in sum Gamma distributed (W.
 * Whitt, Predicting Queueing Delays, Management Science 45, 1999: the queue-length estimator). Their mean is not known but estimated from
 * {@code n} pauses seen, {@code m = exposure / n}, which is as uncertain as {@code n} is small; the ratio of the two has an F distribution
 * with {@code 2p} and {@code 2n} degrees of freedom (the prediction interval for exponential life times in G. J. Hahn and W. Q. Meeker,
 * Statistical Intervals, 1991). Pauses that are more alike than exponential ones, or less, are taken for Gamma distributed with their own
 * squared coefficient of variation {@code c}, which divides both degrees of freedom; so the range of the wait to come is
 *
 * <pre>p · m · F(0.1; 2p/c, 2n/c)  …  p · m · F(0.9; 2p/c, 2n/c)</pre>
 *
 * {@code bench/run waits} says how often it holds.
 *
 * @param low not negative
 * @param high not less than {@code low}
 */
public record WaitRange(Duration low, Duration high) {
    /** The part of waits that end within the range. */
    public static final double CONFIDENCE = 0.8;

    /** The same in percent. */
    public static final int PERCENT = 80;

    /** The standard normal distribution's 90 % quantile. */
    private static final double Z = 1.2815515655446004;

    /**
     * @param place 1 is next
     * @param pauses how many were seen, at least 1
     * @param exposure how long in all the queue was watched while somebody waited, also since the last pause ended
     * @param unlikeness of the pauses: their squared coefficient of variation, 1 where they are exponential
     */
    public static WaitRange of(int place, int pauses, Duration exposure, double unlikeness) {
        double mean = exposure.toMillis() / (double) pauses;
        double first = 2 * place / unlikeness;
        double second = 2 * pauses / unlikeness;
        return new WaitRange(
                Duration.ofMillis(Math.round(place * mean * quantile(-Z, first, second))),
                Duration.ofMillis(Math.round(place * mean * quantile(Z, first, second))));
    }

    /**
     * The F distribution's quantile, from that of the normal one: the cube root of an F is nearly normal (E. Paulson, An approximate
     * normalization of the analysis of variance distribution, Annals of Mathematical Statistics 13, 1942). Within 2 % for the degrees of
     * freedom that occur here, but for the low end at place 1, which is up to 7 % too low.
     *
     * @param z of the wanted quantile
     */
    static double quantile(double z, double first, double second) {
        double a = 2 / (9 * first);
        double b = 2 / (9 * second);
        // ((1 - b) x - (1 - a))² = z² (b x² + a), x the cube root
        double square = (1 - b) * (1 - b) - z * z * b;
        double half = (1 - b) * (1 - a);
        double rest = (1 - a) * (1 - a) - z * z * a;
        double x = (half + Math.signum(z) * Math.sqrt(half * half - square * rest)) / square;
        return Math.pow(Math.max(0, x), 3);
    }
}
