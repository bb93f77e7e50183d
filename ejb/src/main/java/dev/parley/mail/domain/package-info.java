/** Mails on their way, and those that a demo shows. */
package dev.parley.mail.domain;
