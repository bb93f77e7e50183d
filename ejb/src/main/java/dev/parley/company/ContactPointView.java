package dev.parley.company;

/**
 * One way to reach a company.
 *
 * @param label what it is for ("Orders"), or null
 * @param value a phone number, an e-mail address or a web address
 * @param shown whether visitors may see it
 */
public record ContactPointView(String label, String value, boolean shown) {}
