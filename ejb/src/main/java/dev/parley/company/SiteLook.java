package dev.parley.company;

import dev.parley.shared.Invalid;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a site's widget looks: what a company chooses of its own. What follows from it, such as the colour of the words on a button, is
 * computed where the widget is written.
 *
 * @param color the brand: {@code #rrggbb}
 * @param background behind the panel's first page in light colours; null for one made from the brand
 * @param bubble of the visitor's own messages; null for the brand
 * @param radius of corners in pixels, 0 to 24
 * @param textSize in percent of the usual, 90 to 125
 * @param side at which the launcher stands, along the page's line
 * @param fromSide distance of the launcher from that edge in pixels, 0 to 200
 * @param fromBottom distance from the lower edge in pixels, 0 to 200
 * @param size of the launcher in pixels, 44 to 80
 * @param words whether the launcher says what it is beside its icon
 * @param faces whether agents' portraits are shown
 * @param contact whether the first page says how else the company can be reached
 * @param hours whether it says when the company is open
 * @param tokens further design tokens by name, such as {@code --line}; only those of {@link #isToken}
 */
public record SiteLook(
        String color,
        String background,
        String bubble,
        Scheme scheme,
        int radius,
        Font font,
        int textSize,
        Side side,
        int fromSide,
        int fromBottom,
        Shape shape,
        int size,
        Icon icon,
        boolean words,
        boolean faces,
        boolean contact,
        boolean hours,
        Map<String, String> tokens) {
    /** Light or dark. */
    public enum Scheme {
        AUTO,
        LIGHT,
        DARK
    }

    /** A family of fonts that every system has: nothing is loaded. */
    public enum Font {
        SYSTEM,
        HUMANIST,
        ROUNDED,
        SERIF,
        MONO
    }

    /** The edge of the page, in the direction of its writing. */
    public enum Side {
        START,
        END
    }

    /** Of the launcher. */
    public enum Shape {
        LEAF,
        CIRCLE,
        ROUNDED,
        SQUARE
    }

    /** What the launcher shows. */
    public enum Icon {
        CHAT,
        BUBBLE,
        QUESTION,
        HEART,
        MAIL
    }

    /** So many tokens a site has at most. */
    public static final int MOST_TOKENS = 12;

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    /** Tokens that carry no text, so that no choice can make something unreadable. */
    private static final Pattern TOKEN = Pattern.compile("--(?:line|edge|aura|r-s|r-xs|tight|s[1-6])");

    private static final Pattern VALUE =
            Pattern.compile("#[0-9a-f]{3}(?:[0-9a-f]{3})?|light-dark\\(#[0-9a-f]{6}, ?#[0-9a-f]{6}\\)|\\d{1,2}px|0");

    /** The Parley of somebody who has chosen nothing yet. */
    public static final SiteLook PLAIN = of("#0f6b55");

    public SiteLook {
        tokens = Map.copyOf(tokens);
    }

    /** Nothing chosen but the brand's colour. */
    public static SiteLook of(String color) {
        return new SiteLook(
                color,
                null,
                null,
                Scheme.AUTO,
                18,
                Font.SYSTEM,
                100,
                Side.END,
                24,
                24,
                Shape.LEAF,
                60,
                Icon.CHAT,
                false,
                true,
                true,
                true,
                Map.of());
    }

    /** The same with every text as it is kept. @throws Invalid naming the first choice that there is not */
    public SiteLook checked() {
        if (color == null) throw new Invalid("A site needs a colour like #0b6b67.");
        within("radius", radius, 0, 24);
        within("textSize", textSize, 90, 125);
        within("fromSide", fromSide, 0, 200);
        within("fromBottom", fromBottom, 0, 200);
        within("size", size, 44, 80);
        if (tokens.size() > MOST_TOKENS) throw new Invalid("There are at most " + MOST_TOKENS + " tokens.");
        Map<String, String> kept = new TreeMap<>();
        tokens.forEach((name, value) -> {
            if (!isToken(name, value)) throw new Invalid("'" + name + ": " + value + "' is not a token of the widget.");
            kept.put(name.strip(), value.strip().toLowerCase(Locale.ROOT));
        });
        return new SiteLook(
                color("color", color),
                color("background", background),
                color("bubble", bubble),
                scheme,
                radius,
                font,
                textSize,
                side,
                fromSide,
                fromBottom,
                shape,
                size,
                icon,
                words,
                faces,
                contact,
                hours,
                kept);
    }

    /** Whether a company may set this token to this value: a colour, two of them for light and dark, or a length. */
    public static boolean isToken(String name, String value) {
        return TOKEN.matcher(name.strip()).matches()
                && VALUE.matcher(value.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether it is a colour as it can be kept. */
    public static boolean isColor(String text) {
        return text != null
                && COLOR.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }

    private static String color(String what, String said) {
        if (said == null || said.isBlank()) return null;
        if (!isColor(said)) throw new Invalid(what + " is not a colour like #0b6b67.");
        return said.strip().toLowerCase(Locale.ROOT);
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) throw new Invalid(what + " is a number from " + least + " to " + most + ".");
    }
}
