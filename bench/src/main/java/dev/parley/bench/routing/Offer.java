package dev.parley.bench.routing;

/** A conversation held out to an agent. @param ring whether to others at the same time too */
record Offer(long id, long chat, long agent, long made, long expires, boolean ring) {}
