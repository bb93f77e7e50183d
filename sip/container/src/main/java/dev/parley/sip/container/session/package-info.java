/** SIP sessions and application sessions: bounded in number, expiring, gone with the exchange they were made for. */
package dev.parley.sip.container.session;
