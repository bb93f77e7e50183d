package dev.parley.web.portal;

import dev.parley.company.SiteLook;
import dev.parley.web.language.Words;
import dev.parley.web.pages.BrandColor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What can be said of a look's colours by the rules of WCAG 2: that its words can be read, because ours follow from its colours, and what
 * could still be seen better.
 */
public record Contrast(String text, boolean good) {
    private static final BrandColor WHITE = new BrandColor("#ffffff");
    private static final double EDGE = 3;

    static List<Contrast> of(SiteLook look, Words words) {
        List<Contrast> said = new ArrayList<>();
        BrandColor color = new BrandColor(look.color());
        said.add(new Contrast(
                words.say(
                        on(color, "site.contrast.white", "site.contrast.black"),
                        ratio(color.contrast(color.onColor()))),
                true));
        BrandColor text = color.asText();
        if (!text.equals(color))
            said.add(new Contrast(words.say("site.contrast.text", text.text(), ratio(text.contrast(WHITE))), true));
        if (color.contrast(WHITE) < EDGE)
            said.add(new Contrast(words.say("site.contrast.pale", ratio(color.contrast(WHITE))), false));
        if (look.bubble() != null) {
            BrandColor bubble = new BrandColor(look.bubble());
            said.add(new Contrast(
                    words.say(
                            on(bubble, "site.contrast.bubbleWhite", "site.contrast.bubbleBlack"),
                            ratio(bubble.contrast(bubble.onColor()))),
                    true));
        }
        if (look.background() != null) {
            BrandColor chosen = new BrandColor(look.background());
            BrandColor shown = chosen.asBackground();
            if (!shown.equals(chosen))
                said.add(new Contrast(words.say("site.contrast.background", shown.text()), false));
        }
        return List.copyOf(said);
    }

    private static String on(BrandColor color, String white, String black) {
        return color.onColor().equals(WHITE) ? white : black;
    }

    /** With one digit, never better than it is, and in one piece wherever lines begin. */
    private static String ratio(double contrast) {
        return String.format(Locale.ROOT, "\u2066%.1f : 1\u2069", Math.floor(contrast * 10) / 10);
    }

    // expressions of Jakarta EE 10 read getters

    public String getText() {
        return text;
    }

    public boolean isGood() {
        return good;
    }
}
