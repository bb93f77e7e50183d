package dev.parley.web.pages;

/** JSON on its way into the middle of a script or of an HTML page: what is data stays data. */
final class ScriptJson {
    private ScriptJson() {}

    /**
     * The same JSON with every character escaped that could end the script element, begin a comment in it, or end a line in an older
     * browser. Such characters stand in JSON only inside strings, where the escape means the same.
     */
    static String escape(String json) {
        var out = new StringBuilder(json.length() + 16);
        json.chars().forEach(c -> {
            if (c == '<' || c == '>' || c == '&' || c == 0x2028 || c == 0x2029) out.append(String.format("\\u%04x", c));
            else out.append((char) c);
        });
        return out.toString();
    }
}
