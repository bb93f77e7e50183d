/**
 * The shape of the desk, as rules. {@code planted} is a small desk that breaks every one of them, so that a rule which no longer sees
 * anything is noticed.
 */
package dev.parley.architecture;
