/**
 * When the desk is open: the week, holidays and other exceptions, told by the company and, where they differ, by site, department and
 * channel. One calendar for chat, voice, targets and reports.
 *
 * <p>Door: {@link dev.parley.hours.Hours}. What is said are {@link dev.parley.hours.HoursPlan}s, one a {@link dev.parley.hours.HoursLevel};
 * what is answered is an {@link dev.parley.hours.Opening}. News goes out as {@link dev.parley.hours.HoursChanged}. Knows of the company its
 * keys only; whether anybody is there it does not know.
 */
package dev.parley.hours;
