/** Addresses, URIs and parameters of SIP headers: parsed strictly, compared by the rules of RFC 3261 section 19.1.4. */
package dev.parley.sip.container.address;
