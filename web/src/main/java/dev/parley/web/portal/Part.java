package dev.parley.web.portal;

/**
 * A part of the installation and how it is.
 *
 * @param glyph class of its icon
 * @param detail what that means, and what to do about it
 * @param state one or two words; the colour only repeats them
 */
public record Part(String name, String glyph, String detail, String state, Tone tone) {
    /** How loudly the state is said. */
    public enum Tone {
        PLAIN(""),
        GOOD("tag-good"),
        WARN("tag-warn"),
        BAD("tag-bad");

        private final String style;

        Tone(String style) {
            this.style = style;
        }
    }

    // expressions of Jakarta EE 10 read getters

    public String getName() {
        return name;
    }

    public String getGlyph() {
        return glyph;
    }

    public String getDetail() {
        return detail;
    }

    public String getState() {
        return state;
    }

    public String getTone() {
        return tone.style;
    }
}
