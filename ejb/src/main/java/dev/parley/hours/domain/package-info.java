/** The calendar: from what the levels say to whether it is open at a moment, in plain Java on {@code java.time}. */
package dev.parley.hours.domain;
