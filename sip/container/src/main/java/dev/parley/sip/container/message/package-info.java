/** Requests and responses as SIP servlets see them, over JAIN-SIP's transactions. */
package dev.parley.sip.container.message;
