/** Somebody's own account on a running Parley, by the pages without scripts and by REST. */
package dev.parley.running.account;
