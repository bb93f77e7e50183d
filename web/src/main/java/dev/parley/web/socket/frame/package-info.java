/** What is said over the sockets: {@link dev.parley.web.socket.frame.ClientFrame} in, JSON text out. No transport, no session. */
package dev.parley.web.socket.frame;
