/** What is measured and hurt: a Parley of its own process, a PostgreSQL of its own, and what the system tells of a process. */
package dev.parley.bench.server;
