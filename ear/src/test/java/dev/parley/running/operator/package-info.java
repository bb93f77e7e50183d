/** Whoever runs an installation, with the command that is shipped for it, against a running server. */
package dev.parley.running.operator;
