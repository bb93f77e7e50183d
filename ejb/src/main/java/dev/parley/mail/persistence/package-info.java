/** The rows of the outbox and of the demo's mailbox. */
package dev.parley.mail.persistence;
