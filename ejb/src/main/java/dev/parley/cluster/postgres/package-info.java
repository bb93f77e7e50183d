/** The bus on PostgreSQL's LISTEN and NOTIFY. */
package dev.parley.cluster.postgres;
