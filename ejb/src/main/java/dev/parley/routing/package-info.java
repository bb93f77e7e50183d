/**
 * Who gets which waiting conversation: offers, acceptance, transfers, the queue and whether anybody can be reached.
 *
 * <p>Doors: {@link dev.parley.routing.Offers}, {@link dev.parley.routing.Transfers}, {@link dev.parley.routing.Queues}; for
 * administrators {@link dev.parley.routing.DepartmentRules}, {@link dev.parley.routing.Overflows} and
 * {@link dev.parley.routing.Skills}; {@link dev.parley.routing.Decisions} says why, and
 * {@link dev.parley.routing.Replays} what a past day would have been otherwise. The choice itself is pure Java: {@link
 * dev.parley.routing.Choosing} goes through the queue, {@link dev.parley.routing.Turn} says who may be asked, an {@link dev.parley.routing.AssignmentPolicy} who comes first, {@code
 * OverflowPolicy} what goes on to another department; none of them knows whether a chat or a call waits. News goes out as
 * {@link dev.parley.routing.RoutingEvent}.
 *
 * <p>Knows conversation and agent, never the other way round. It writes only its own tables; conversations change through
 * {@link dev.parley.conversation.Lifecycle}, agents through {@link dev.parley.agent.Roster}. Lock order: what a department says of
 * overflow, agent's presence, conversation's head, conversation, offer. An agent's open conversations and open offers are counted under the
 * presence lock, which makes the capacity a limit that is never exceeded, on however many nodes.
 */
package dev.parley.routing;
