package dev.parley.shared;

/** One line that somebody typed: a reason, a comment. */
public final class ShortText {
    private ShortText() {}

    /**
     * The text without blanks around it; null for none.
     *
     * @param what names it in the answer, such as "A reason"
     * @throws Invalid if it is longer than {@code most} characters or not text that both databases keep
     */
    public static String of(String what, String text, int most) {
        if (text == null || text.isBlank()) return null;
        String stripped = text.strip();
        if (stripped.length() > most) throw new Invalid(what + " has at most " + most + " characters.");
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            // PostgreSQL cannot keep U+0000, and half a surrogate pair is no text
            boolean half = Character.isSurrogate(c) && !inPair(stripped, i);
            if (c == 0 || half) throw new Invalid(what + " is not valid Unicode text.");
        }
        return stripped;
    }

    private static boolean inPair(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
