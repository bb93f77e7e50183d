/** Web push as the standards have it: who sends (RFC 8292), sealed (RFC 8291), to whom (RFC 8030). Java's own cryptography. */
package dev.parley.notification.push;
