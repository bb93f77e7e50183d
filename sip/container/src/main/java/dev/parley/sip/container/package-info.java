/**
 * Runs SIP servlets over JAIN-SIP: {@link dev.parley.sip.container.SipContainer} opens the sockets, lets in what is well
 * formed, and gives it to the application's main servlet. What it does not do stands in {@code sip/README.md}.
 */
package dev.parley.sip.container;
