/**
 * What a department promises: in how much time of the business hours a conversation gets its first answer, each next one, and its end, by
 * priority; and the clocks of it that run in conversations.
 *
 * <p>Door: {@link dev.parley.sla.Targets}. {@link dev.parley.sla.TargetSweep} computes the clocks from what was said, see {@link
 * dev.parley.sla.domain.RunningClocks}; they stand in tables of their own, so nothing is lost with a process. News goes out as {@link
 * dev.parley.sla.TargetEvent}. Knows conversation, company and hours; conversations never change by it.
 */
package dev.parley.sla;
