package dev.parley.bench.fault;

import java.util.Random;

/** Texts as people and devices write them: what a careless byte count, escape or normalisation would change. */
final class Texts {
    private static final String[] SAMPLES = {
        "Where is my order?",
        "quotes \" ' and \\ back \\n slashes / and </script>",
        "line one\nline two\ttab",
        "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645 \u05e9\u05dc\u05d5\u05dd",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66 \ud83c\uddea\ud83c\uddfa \ud834\udd1e",
        "e\u0301 is not \u00e9; \u212b is not \u00c5",
        "line\u2028separator \u00a0 no-break \u200bzero",
        "\u4f60\u597d\uff0c\u4e16\u754c",
        "'; drop table message; -- ${7*7} #{7*7}",
    };

    private static final int LETTERS = 14;

    private Texts() {}

    /** A mark of its own, without a digit: a run of digits may be a card's number by chance, which Parley masks. */
    static String mark(String name, Random chance) {
        StringBuilder mark = new StringBuilder(name).append('-');
        for (int i = 0; i < LETTERS; i++) {
            mark.append((char) ('a' + chance.nextInt('z' - 'a' + 1)));
        }
        return mark.toString();
    }

    /** A text that begins with the mark, so that no two are equal. */
    static String about(String mark, Random chance) {
        StringBuilder text = new StringBuilder(mark);
        for (int i = chance.nextInt(4); i >= 0; i--) {
            text.append(' ').append(SAMPLES[chance.nextInt(SAMPLES.length)]);
        }
        return text.toString();
    }
}
