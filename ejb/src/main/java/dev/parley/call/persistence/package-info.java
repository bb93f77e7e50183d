/** Desk phones in the database. */
package dev.parley.call.persistence;
