package dev.parley.story;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words that want to be more than words. Each that succeeds sets {@code window.hit} of its window or the one around it. */
final class Payloads {
    private static final String RUN = "parent.hit=window.hit=1";

    private static final List<String> ELEMENTS = List.of(
            "<script>RUN</script>",
            "<img src=x onerror=RUN>",
            "<img src=x onerror=\"RUN\" style=width:100vw>",
            "<svg onload=RUN>",
            "<svg><script>RUN</script></svg>",
            "<svg><animate onbegin=RUN attributeName=x dur=1s>",
            "<body onload=RUN>",
            "<iframe srcdoc=\"<script>RUN</script>\"></iframe>",
            "<iframe src=javascript:RUN></iframe>",
            "<video><source onerror=RUN></video>",
            "<audio src=x onerror=RUN></audio>",
            "<details open ontoggle=RUN>x</details>",
            "<input autofocus onfocus=RUN>",
            "<select autofocus onfocus=RUN></select>",
            "<x contenteditable autofocus onfocus=RUN tabindex=1>x</x>",
            "<marquee onstart=RUN>x</marquee>",
            "<object data=javascript:RUN></object>",
            "<embed src=javascript:RUN>",
            "<a href=javascript:RUN autofocus onfocus=RUN>x</a>",
            "<form action=javascript:RUN><button autofocus onfocus=RUN>x</button></form>",
            "<math><mtext><table><mglyph><style><img src=x onerror=RUN></style></mglyph></table></mtext></math>",
            "<noscript><p title=\"</noscript><img src=x onerror=RUN>\">",
            "<meta http-equiv=refresh content='0;url=javascript:RUN'>",
            "<base href=javascript:RUN//>",
            "<link rel=stylesheet href=data:text/css,*{display:none}>",
            "<style>@import 'https://evil.example/x.css'; *{display:none}</style>",
            "<style onload=RUN></style>",
            "{{constructor.constructor('RUN')()}}",
            "${RUN}#{RUN}");

    private static final List<String> AROUND = List.of(
            "%s",
            "\">%s", "'>%s", "</textarea></title>%s", "</script>%s", "--> %s <!--", "`%s`", "[%s](https://a.example)");

    private static final List<String> LINKS = List.of(
            "[x](javascript:RUN)",
            "[x](JaVaScRiPt:RUN)",
            "[x](data:text/html,<script>RUN</script>)",
            "[x](vbscript:RUN)",
            "[x](https://a.example\"onmouseover=\"RUN)",
            "https://a.example/\"onmouseover=\"RUN\"style=\"position:fixed;inset:0",
            "javascript:RUN",
            "mailto:x@a.example?subject=<script>RUN</script>",
            "<https://a.example><img src=x onerror=RUN>",
            "![x](x\"onerror=\"RUN)",
            "> <img src=x onerror=RUN>\n> <svg onload=RUN>",
            "```\n</code></pre><img src=x onerror=RUN>\n```",
            "- <img src=x onerror=RUN>\n- <svg/onload=RUN>",
            "**<img src=x onerror=RUN>** _<svg onload=RUN>_",
            "\u202e<img src=x onerror=RUN>\u202c");

    private Payloads() {}

    /** More than two hundred, in elements, attributes, comments, templates, Markdown and links. */
    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String around : AROUND) for (String element : ELEMENTS) all.add(around.formatted(element));
        ELEMENTS.forEach(element -> all.add(element.replace("RUN", "x").toUpperCase(Locale.ROOT)));
        all.addAll(LINKS);
        return all.stream().map(one -> one.replace("RUN", RUN)).toList();
    }

    /** The Big List of Naughty Strings without its shell commands: 2.0.4, by Max Woolf and others, MIT. */
    static Stream<String> naughtyStrings() {
        try (InputStream in = Payloads.class.getResourceAsStream("naughty-strings.json");
                JsonReader reader = Json.createReader(in)) {
            return reader.readArray().getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
