/**
 * The sockets of visitors and agents. The endpoints are thin: they check the handshake, count what comes in and hand whole frames to
 * {@link dev.parley.web.socket.live}. {@code transport} knows Jakarta WebSocket, {@code frame} knows the contract's frames, {@code live}
 * knows who is there and what they have been told.
 *
 * <p>The socket is a hint, the database is the truth: whatever is pushed can be had by {@code history} too.
 */
package dev.parley.web.socket;
