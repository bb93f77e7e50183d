package dev.parley.company;

/**
 * What a visitor filled in before its first message.
 *
 * @param kind of the field, as {@link FormField.Kind#wire} calls it
 * @param label how it was asked, in the site's own language; of consent the whole text
 * @param answer of a box that was ticked {@code true}
 */
public record FormAnswer(String name, String kind, String label, String answer) {}
