/** The tables of business hours. Joined by the caller's transaction. */
package dev.parley.hours.persistence;
