/**
 * Bytes in, bytes out: the UDP and TCP listeners, the framing of streams and the bounded queue in front of the stack.
 *
 * <p>JAIN-SIP has listeners of its own; they queue without bound, resolve names found in messages and accept any length
 * that a peer announces. These replace them behind JAIN-SIP's own extension point. A WebSocket joins by implementing
 * {@link dev.parley.sip.container.transport.Flow}.
 */
package dev.parley.sip.container.transport;
