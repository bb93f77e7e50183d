package dev.parley.shared;

/**
 * Numbers of payment cards in what people write. They are never kept: PCI DSS 4.0 (requirement 3.3) forbids some of what comes with them altogether, and who
 * reads a conversation next year needs none of it.
 *
 * <p>A card is 13 to 19 digits that begin as an issuer's do and whose check digit is right (ISO/IEC 7812-1, annex B: Luhn); single blanks and hyphens may stand
 * between. Without the beginnings, one in ten serial numbers of that length would be taken for a card.
 */
public final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    /** So many of its last digits stay, by which its owner knows it again. */
    private static final int SHOWN = 4;

    private static final char HIDDEN = '•';

    private CardNumbers() {}

    /** The same with all but the last four digits of each card hidden. Takes time in proportion to its length. */
    public static String masked(String text) {
        char[] masked = null;
        for (int start = 0; start < text.length(); start++) {
            if (!digit(text, start) || digit(text, start - 1)) continue;
            int end = cardFrom(text, start);
            if (end < 0) continue;
            if (masked == null) masked = text.toCharArray();
            hide(masked, start, end);
            start = end - 1;
        }
        return masked == null ? text : new String(masked);
    }

    /** Where the longest card ends that begins here and after which no further digit follows at once; -1 where there is none. */
    private static int cardFrom(String text, int start) {
        int[] digits = new int[LONGEST];
        int count = 0;
        int found = -1;
        for (int at = start; at < text.length() && count < LONGEST; at++) {
            if (!digit(text, at)) {
                boolean between = (text.charAt(at) == ' ' || text.charAt(at) == '-') && digit(text, at + 1);
                if (!between) break;
                continue;
            }
            digits[count++] = text.charAt(at) - '0';
            if (count >= SHORTEST && !digit(text, at + 1) && issued(digits, count) && checks(digits, count))
                found = at + 1;
        }
        return found;
    }

    /** Visa, Mastercard, American Express, Diners Club, Discover, JCB, UnionPay, Maestro: how their numbers begin, and how long they are. */
    private static boolean issued(int[] digits, int count) {
        int two = digits[0] * 10 + digits[1];
        int four = two * 100 + digits[2] * 10 + digits[3];
        if (digits[0] == 4) return count == 13 || count == 16 || count == 19;
        if (two >= 51 && two <= 55 || four >= 2221 && four <= 2720) return count == 16;
        if (two == 34 || two == 37) return count == 15;
        if (two == 36 || two == 38 || two == 39 || four >= 3000 && four <= 3059) return count >= 14;
        if (four >= 3528 && four <= 3589) return count >= 16;
        if (four == 6011 || two == 62 || two == 65 || four >= 6440 && four <= 6499) return count >= 16;
        return count >= 16 && (two == 50 || two >= 56 && two <= 58 || two == 67);
    }

    private static boolean checks(int[] digits, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int digit = digits[count - 1 - i] * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    private static void hide(char[] text, int start, int end) {
        int shown = 0;
        for (int at = end - 1; at >= start; at--) {
            if (text[at] == ' ' || text[at] == '-') continue;
            if (shown++ >= SHOWN) text[at] = HIDDEN;
        }
    }

    private static boolean digit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
