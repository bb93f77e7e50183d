/**
 * A past day anew under another policy. Pure Java: a {@link dev.parley.routing.replay.RecordedDay} goes in, who would have got what and when
 * comes out; nothing is read, written or told on the way. It chooses by {@link dev.parley.routing.Choosing} and moves agents by
 * {@link dev.parley.agent.AgentModel}, as the desk does; only queue, offers and time are its own.
 */
package dev.parley.routing.replay;
