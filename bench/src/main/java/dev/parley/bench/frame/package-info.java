/** Frames that no honest client sends: each must get a clear error or a named close, and none may reach the server's log. */
package dev.parley.bench.frame;
