/** Parley's public contract from the side of a client: REST, the frames of {@code parley.v1}, and sockets that misbehave. */
package dev.parley.bench.client;
