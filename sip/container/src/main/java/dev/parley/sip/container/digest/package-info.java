/**
 * Digest authentication of those who send requests to us (RFC 7616, RFC 8760): challenges, nonces that cannot be forged or
 * used twice, and patience that ends. Knows neither servlets nor the database.
 */
package dev.parley.sip.container.digest;
