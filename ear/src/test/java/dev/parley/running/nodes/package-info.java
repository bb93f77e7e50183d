/** Several nodes of one installation, on one PostgreSQL. */
package dev.parley.running.nodes;
