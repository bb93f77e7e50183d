package dev.parley.company;

import com.google.re2j.PatternSyntaxException;
import dev.parley.shared.Invalid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer must be as a whole, as a regular expression in the syntax of RE2: without back references and looking around. Matching
 * takes time in proportion to the answer, whatever the expression is, and needs room in proportion to the expression.
 *
 * @param text at most {@value #LONGEST} characters
 */
public record AnswerPattern(String text) {
    public static final int LONGEST = 200;

    /** All repetitions with numbers multiplied: so many times over a part of the expression may be kept. */
    private static final int MOST_REPEATED = 1000;

    private static final int MOST_OPEN_ENDS = 3;

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d{1,9})(,?)(\\d{0,9})}");
    private static final Pattern OPEN_ENDED = Pattern.compile("[*+]|\\{\\d+,|\\?");
    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+?{]");

    /** @throws Invalid if it is too long, no expression, or one that would be too big */
    public static AnswerPattern of(String said) {
        if (said.length() > LONGEST) throw new Invalid("A pattern has at most " + LONGEST + " characters.");
        long repeated = 1;
        for (Matcher counted = COUNTED.matcher(said); counted.find(); ) {
            long most = Math.max(
                    Long.parseLong(counted.group(1)),
                    counted.group(3).isEmpty() ? 1 : Long.parseLong(counted.group(3)));
            repeated *= Math.max(1, most);
            if (repeated > MOST_REPEATED) throw unfit(said, null);
        }
        try {
            com.google.re2j.Pattern.compile(said);
        } catch (PatternSyntaxException e) {
            throw unfit(said, e);
        }
        return new AnswerPattern(said);
    }

    private static Invalid unfit(String said, Exception why) {
        return new Invalid("'" + said + "' is not a pattern, or one that repeats too often.", why);
    }

    /** Whether the whole answer is so. */
    public boolean matches(String answer) {
        return com.google.re2j.Pattern.matches(text, answer);
    }

    /**
     * Whether a browser may try it too. Browsers go back and try again, which takes for ever where repetitions stand in one another: they get
     * only what has few repetitions and none of a group. The rest is for the server alone.
     */
    public boolean quickEverywhere() {
        return !REPEATED_GROUP.matcher(text).find()
                && OPEN_ENDED.matcher(text).results().count() <= MOST_OPEN_ENDS;
    }
}
