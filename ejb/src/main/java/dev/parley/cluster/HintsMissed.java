package dev.parley.cluster;

/** Hints may have been lost until now: whatever is followed on this node is to be looked at once. */
public record HintsMissed() {}
