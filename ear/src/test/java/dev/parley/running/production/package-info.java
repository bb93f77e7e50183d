/** A Parley in production mode: its own PostgreSQL, its own reverse proxy, nobody in its database. */
package dev.parley.running.production;
