package dev.parley.bench.measure;

/**
 * How one message of an exchange looks on the wire, and what comes back. A message carries its conversation's number and the
 * moment it was due, {@code @number:nanos:padding}, so that whoever receives it knows both without a table.
 */
interface Wire {
    /** The characters of a message's text, as in the measurements this is compared with. */
    int TEXT = 200;

    /** The frame that sends a message of the conversation, due at the moment. */
    String message(int number, String conversation, long due);

    /** What a frame that came in means, or null if it does not matter here. */
    Heard heard(String frame);

    /** A message of the other side, or the answer to an own one; each with the moment it was due. */
    record Heard(boolean answer, int number, long due) {}

    /** The text of a message. */
    static String text(int number, long due) {
        StringBuilder text = new StringBuilder(TEXT)
                .append('@')
                .append(number)
                .append(':')
                .append(due)
                .append(':');
        while (text.length() < TEXT) {
            text.append("0123456789abcdef", 0, Math.min(16, TEXT - text.length()));
        }
        return text.toString();
    }

    /** Reads {@code number:nanos} from there on. */
    static Heard mark(String frame, int from, boolean answer) {
        int colon = frame.indexOf(':', from);
        int end = colon + 1;
        while (end < frame.length() && Character.isDigit(frame.charAt(end))) {
            end++;
        }
        return new Heard(answer, Integer.parseInt(frame, from, colon, 10), Long.parseLong(frame, colon + 1, end, 10));
    }
}
