package dev.parley.web.pages;

import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small page under {@code /WEB-INF/documents} with places named {@code {{name}}}. For pages that must be tiny (the widget's panel),
 * foreign (the demo shop) or must come out when Faces cannot (errors).
 */
record Html(String text) {
    private static final Pattern PLACE = Pattern.compile("(='|)\\{\\{([\\w-]+)}}");

    /** @throws FileNotFoundException if there is no such document */
    static Html document(ServletContext context, String name) throws IOException {
        String path = "/WEB-INF/documents/" + name;
        try (InputStream in = context.getResourceAsStream(path)) {
            if (in == null) throw new FileNotFoundException(path);
            return new Html(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * The page with its places filled. Values are text: they are escaped for an element or a quoted attribute. In an attribute with
     * single quotes double ones stay as they are: JSON is full of them, and each would take six characters.
     *
     * @throws IllegalArgumentException if a place has no value
     */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(2));
            if (value == null) throw new IllegalArgumentException("no value for {{" + place.group(2) + "}}");
            String quote = place.group(1);
            String safe = quote.isEmpty() ? escape(value) : escapeButDoubleQuotes(value);
            return Matcher.quoteReplacement(quote + safe);
        });
    }

    static String escape(String value) {
        return escapeButDoubleQuotes(value).replace("\"", "&quot;");
    }

    private static String escapeButDoubleQuotes(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;");
    }
}
