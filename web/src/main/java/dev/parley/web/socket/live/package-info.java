/**
 * Who is there, what each session follows and how far it has been told. News from the doors comes in through {@code …News} observers, frames
 * of clients through {@link dev.parley.web.socket.live.Conversing} and {@link dev.parley.web.socket.live.AgentDesk}.
 */
package dev.parley.web.socket.live;
