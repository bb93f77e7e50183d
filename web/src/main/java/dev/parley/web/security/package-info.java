/**
 * Who asks over HTTP and whether the request may have come from where it came: the session cookie, own and foreign origins, the client's
 * address, the CSRF token. What somebody may do is decided by the doors of {@code ejb}, never here.
 */
package dev.parley.web.security;
