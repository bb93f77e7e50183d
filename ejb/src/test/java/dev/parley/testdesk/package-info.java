/**
 * The desk's doors on a real database without a server: enough of injection, events and transactions for tests that want many rounds in
 * seconds or a clock of their own. What only a server does is tested inside one.
 */
package dev.parley.testdesk;
