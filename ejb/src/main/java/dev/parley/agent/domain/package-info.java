/** An agent's presence and its history, and the rules of both. */
package dev.parley.agent.domain;
