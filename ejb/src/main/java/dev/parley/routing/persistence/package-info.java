/** Offers, and what routing reads of queues, members and work in hand. Joined by the caller's transaction. */
package dev.parley.routing.persistence;
