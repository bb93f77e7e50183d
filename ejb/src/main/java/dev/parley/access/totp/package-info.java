/** Codes of a second factor that change with time (TOTP, RFC 6238) and the text form of their secrets. Knows no accounts. */
package dev.parley.access.totp;
