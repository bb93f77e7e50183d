/**
 * The people who answer: their presence, whether a connection to them lives, and how much they can hold at once.
 *
 * <p>Door: {@link dev.parley.agent.Agents}. News goes out as {@link dev.parley.agent.AgentEvent}; routing listens to it, this feature
 * does not know routing. It writes {@code agent_presence}, {@code agent_presence_event} and {@code agent_lease}, nothing else.
 *
 * <p>Whoever changes what an agent has in hand locks the agent's {@code agent_presence} row first, before any conversation: then
 * capacity is counted by one at a time.
 */
package dev.parley.agent;
