package dev.parley.web.pages;

import dev.parley.company.SiteLook;
import dev.parley.company.SiteLook.Font;
import dev.parley.company.SiteLook.Icon;
import dev.parley.company.SiteLook.Scheme;
import dev.parley.company.SiteLook.Side;
import dev.parley.company.SitePicture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.TreeMap;

/**
 * A site's look as style sheets: one for the launcher, which the loader adds to its own, one for the panel. Only what differs from the
 * usual is written, as every visitor fetches it. Both are made of colours, numbers and our own words, never of what somebody typed.
 *
 * @param logo may be null
 * @param header may be null
 */
record SiteStyle(SiteLook look, SitePicture logo, SitePicture header) {
    private static final SiteLook USUAL = SiteLook.PLAIN;
    private static final int ON_A_PHONE = 16;
    /** Room above the launcher and below the page's upper edge. */
    private static final int GAP = 16;

    private static final String ROOMY = "@media(min-width:481px) and (min-height:481px){";

    /** In place of the company's name; the picture says it where it does not load. */
    private static final String WORD = ".logo img{block-size:32px;object-fit:contain}";
    /** Beside the company's name. Without quotes: within the document they would be escaped. */
    private static final String SIGN =
            ".logo{line-height:32px;padding-inline-start:%dpx;background:url(%s) 0/auto 32px no-repeat}[dir=rtl] .logo{background-position:100%%}";

    /** A picture above the greeting, as wide as that; none where the window is low. No words stand on it: they stay as easy to read. */
    private static final String HEADER =
            ".mid::before{content:attr(x);block-size:clamp(88px,18vh,136px);border-radius:var(--r);background:url(%s)"
                    + " 50%%/cover}@media(max-height:480px){.mid::before{display:none}}";

    private static final int SIGN_HEIGHT = 32;
    private static final int BESIDE_SIGN = 10;

    /** Where faces stand on the first page. */
    static final String TEAM =
            ".team:has(.av){align-items:center}.team .av{box-shadow:0 0 0 2px var(--ground)}.team .av~.av{margin-inline-start:-20px}";

    /** For the loader's closed shadow root. */
    String launcher() {
        StringBuilder css = new StringBuilder();
        BrandColor color = new BrandColor(look.color());
        css.append(":host{--brand:%s;--on:%s}"
                .formatted(color.text(), color.onColor().text()));
        boolean start = look.side() == Side.START;
        if (start) {
            css.append(":host{inset-inline:%dpx auto}button,iframe{inset-inline:0 auto}".formatted(ON_A_PHONE));
            css.append("iframe{border-end-end-radius:22px;border-end-start-radius:9px}");
        }
        if (start || look.size() != USUAL.size() || look.shape() != USUAL.shape()) css.append(button(start));
        boolean moved = look.fromSide() != USUAL.fromSide() || look.fromBottom() != USUAL.fromBottom();
        if (start || moved || look.size() != USUAL.size()) css.append(place(start));
        if (look.words()) {
            css.append("button:not(.open){padding-inline-end:20px}button:not(.open)::after{content:attr(aria-label);"
                    + "white-space:nowrap;overflow:hidden;text-overflow:ellipsis;max-inline-size:min(260px,60vw)}");
        }
        return css.toString();
    }

    private String button(boolean start) {
        int size = look.size();
        int half = size / 2;
        String corners = switch (look.shape()) {
            case CIRCLE -> half + "px";
            case ROUNDED -> Math.round(size * .3) + "px";
            case SQUARE -> "4px";
            case LEAF -> half + "px;border-end-%s-radius:%dpx".formatted(start ? "start" : "end", size * 3 / 20);
        };
        return "button{block-size:%dpx;min-inline-size:%dpx;padding-inline:%dpx;border-radius:%s}svg{inline-size:%dpx;block-size:%dpx}"
                .formatted(size, size, size / 4, corners, half, half);
    }

    private String place(boolean start) {
        int above = look.size() + GAP;
        return ROOMY
                + ":host{inset-inline-%s:%dpx;inset-block-end:%dpx}iframe{inset-block-end:%dpx;block-size:min(680px,100dvh - %dpx)}}"
                        .formatted(
                                start ? "start" : "end",
                                look.fromSide(),
                                look.fromBottom(),
                                above,
                                above + look.fromBottom() + 2 * GAP);
    }

    /** For what invites to chat, in a closed root of its own within the loader's. */
    String invite() {
        StringBuilder css = new StringBuilder();
        if (look.side() == Side.START)
            css.append(":host{inset-inline:0 auto;border-end-end-radius:22px;border-end-start-radius:9px}");
        if (look.size() != USUAL.size())
            css.append(":host{inset-block-end:").append(look.size() + GAP).append("px}");
        if (look.size() != USUAL.size() || look.fromBottom() != USUAL.fromBottom())
            css.append(ROOMY
                    + ":host{max-block-size:calc(100vh - %dpx)}}"
                            .formatted(look.size() + GAP + look.fromBottom() + GAP / 2));
        if (look.fromSide() > USUAL.fromSide())
            css.append(ROOMY + ":host{max-inline-size:calc(100vw - %dpx)}}".formatted(look.fromSide() + GAP));
        if (look.scheme() != Scheme.AUTO)
            css.append(":host{color-scheme:")
                    .append(look.scheme() == Scheme.DARK ? "dark" : "light")
                    .append('}');
        if (look.font() != USUAL.font())
            css.append(":host{font-family:").append(family(look.font())).append('}');
        return css.toString();
    }

    /** The launcher's own icon as an SVG path in a box of 24, or null for the usual one. */
    String icon() {
        return look.icon() == Icon.CHAT
                ? null
                : switch (look.icon()) {
                    case CHAT, BUBBLE ->
                        "M20 15a2 2 0 0 1-2 2H9l-5 4V6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2zM8.5 9h7M8.5 12.5h4.5";
                    case QUESTION ->
                        "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.4 9.3a2.7 2.7 0 1 1 4 2.4c-.9.5-1.4 1-1.4 2M12 17h.01";
                    case HEART -> "M12 20s-8-4.6-8-10.4A4.4 4.4 0 0 1 12 7a4.4 4.4 0 0 1 8 2.6C20 15.4 12 20 12 20z";
                    case MAIL ->
                        "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3.4 6.5 12 13l8.6-6.5";
                };
    }

    /** For the panel's document, behind its style sheet. @param forced light or dark whatever the site says, for a preview; or null */
    String panel(Scheme forced) {
        StringBuilder css = new StringBuilder();
        BrandColor color = new BrandColor(look.color());
        css.append(":root{--brand:%s;--on-brand:%s;--brand-text:%s"
                .formatted(color.text(), color.onColor().text(), color.asText().text()));
        if (look.radius() != USUAL.radius())
            css.append(";--radius:").append(look.radius()).append("px");
        if (look.font() != USUAL.font()) css.append(";--font:").append(family(look.font()));
        if (look.textSize() != USUAL.textSize())
            css.append(";font-size:").append(look.textSize()).append('%');
        Scheme scheme = look.scheme() == Scheme.AUTO && forced != null ? forced : look.scheme();
        if (scheme != Scheme.AUTO) css.append(";color-scheme:").append(scheme == Scheme.DARK ? "dark" : "light");
        new TreeMap<>(look.tokens())
                .forEach((name, value) ->
                        css.append(';').append(name).append(':').append(value));
        css.append('}');
        if (look.background() != null) css.append(background());
        if (look.bubble() != null) {
            BrandColor bubble = new BrandColor(look.bubble());
            css.append(".me .b{background:%s;color:%s}"
                    .formatted(bubble.text(), bubble.onColor().text()));
        }
        if (logo != null) css.append(logo.wide() ? WORD : sign());
        if (header != null) css.append(HEADER.formatted(header.address()));
        if (!look.faces()) css.append(".av{display:none}.m{padding-inline-start:0}");
        return css.toString();
    }

    private String sign() {
        return SIGN.formatted(SIGN_HEIGHT * logo.width() / logo.height() + BESIDE_SIGN, logo.address());
    }

    /** Only in light colours; the dark ones follow from the brand. */
    private String background() {
        String ground = new BrandColor(look.background()).asBackground().text();
        return ":root{--ground:%s;--aura:%s}@supports (color:light-dark(red,red)){:root{--ground:light-dark(%s,oklch(from var(--brand) .19 min(c,.012) h));--aura:light-dark(%s,oklch(from var(--brand) .31 min(c,.06) h))}}"
                .formatted(ground, ground, ground, ground);
    }

    private static String family(Font font) {
        return switch (font) {
            case SYSTEM -> "system-ui,sans-serif";
            case HUMANIST -> "Seravek,Gill Sans Nova,Ubuntu,Calibri,DejaVu Sans,Noto Sans,Noto Sans Arabic,sans-serif";
            case ROUNDED ->
                "ui-rounded,Hiragino Maru Gothic ProN,Quicksand,Comfortaa,Manjari,Arial Rounded MT,Calibri,Noto Sans,sans-serif";
            case SERIF ->
                "Charter,Bitstream Charter,Sitka Text,Cambria,Noto Serif,Liberation Serif,Noto Naskh Arabic,serif";
            case MONO -> "ui-monospace,Cascadia Code,Source Code Pro,Menlo,Consolas,DejaVu Sans Mono,monospace";
        };
    }

    /** What a policy names to let just this style sheet stand inline. */
    static String source(String css) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
