/** The tables of agents: presence, its history, leases. Joined by the caller's transaction. */
package dev.parley.agent.persistence;
