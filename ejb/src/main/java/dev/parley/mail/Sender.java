package dev.parley.mail;

/**
 * As whom a company writes. The address is always the installation's, which the mail server lets through.
 *
 * @param name what mail programs show: 1 to 120 characters in one line
 * @param replyTo who gets the answers, or null for the installation's address
 * @param version grows with every change; 0 where nobody has said anything
 */
public record Sender(String name, String replyTo, long version) {}
