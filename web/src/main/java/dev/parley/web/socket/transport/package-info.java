/** How frames leave: {@link dev.parley.web.socket.transport.Connection} is all that the rest knows, so that the transport can be replaced. */
package dev.parley.web.socket.transport;
