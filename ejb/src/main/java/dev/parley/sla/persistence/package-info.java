/** Targets and clocks as they stand in tables. */
package dev.parley.sla.persistence;
