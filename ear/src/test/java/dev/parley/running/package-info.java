/**
 * Tests of Parley as it runs on a real server, from outside: HTTP, sockets, SIP, a browser. {@link dev.parley.running.RunningParley}
 * starts the server that the build chose (system property {@code parley.server}) once for all tests of a run. What stands in
 * {@code everywhere} runs on all three servers, the rest on Payara Micro only.
 */
package dev.parley.running;
