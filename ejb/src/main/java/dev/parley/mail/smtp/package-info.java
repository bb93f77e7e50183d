/** SMTP by Jakarta Mail, which every server brings. */
package dev.parley.mail.smtp;
