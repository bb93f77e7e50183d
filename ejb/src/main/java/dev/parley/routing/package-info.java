/**
 * Who gets which waiting conversation: offers, acceptance, transfers, the queue and whether anybody can be reached.
 *
 * <p>Doors: {@link dev.parley.routing.Offers}, {@link dev.parley.routing.Transfers}, {@link dev.parley.routing.Queues}. The choice itself
 * is an {@link dev.parley.routing.AssignmentPolicy}, pure Java. News goes out as {@link dev.parley.routing.RoutingEvent}.
 *
 * <p>Knows conversation and agent, never the other way round. It writes only the table {@code offer}; conversations change through
 * {@link dev.parley.conversation.Lifecycle}, agents through {@link dev.parley.agent.Roster}. Lock order: agent's presence, conversation's
 * head, conversation, offer. An agent's open conversations and open offers are counted under the presence lock, which makes the capacity
 * a limit that is never exceeded, on however many nodes.
 */
package dev.parley.routing;
