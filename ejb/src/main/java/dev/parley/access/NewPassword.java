package dev.parley.access;

import dev.parley.shared.Invalid;
import java.util.Locale;

/**
 * A password that somebody wants from now on. Long rather than odd, as OWASP ASVS 5.0 has it: no rule wants digits or signs.
 *
 * @param value 10 to 200 characters, not all the same
 */
public record NewPassword(String value) {
    /** Characters it has at least. */
    public static final int SHORTEST = 10;

    private static final int LONGEST = 200;

    /** @throws Invalid if it is too short, too long, or one character over and over */
    public NewPassword {
        if (value == null || value.codePointCount(0, value.length()) < SHORTEST)
            throw new Invalid("A password has at least " + SHORTEST + " characters.");
        if (value.length() > LONGEST) throw new Invalid("A password has at most " + LONGEST + " characters.");
        if (value.chars().distinct().count() < 4) throw new Invalid("That password is too easy to guess.");
    }

    /** @throws Invalid if it is the person's address or its first part, or hardly more than that */
    void unlike(String email) {
        String plain = value.toLowerCase(Locale.ROOT);
        String name = email.substring(0, Math.max(0, email.indexOf('@')));
        boolean same = plain.equals(email)
                || name.length() >= 4 && plain.replace(name, "").length() < 4;
        if (same) throw new Invalid("That password is too easy to guess.");
    }

    /** Never the password: this text may reach a log. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
