/** What went wrong, as {@code application/problem+json} (RFC 9457). */
package dev.parley.web.rest.problem;
