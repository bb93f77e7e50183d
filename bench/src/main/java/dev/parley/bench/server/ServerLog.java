package dev.parley.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a server printed. A line is a complaint if it names a warning, an error or an exception, unless it is expected: the
 * resource {@code expected-log-lines.txt} holds one pattern a line, each with its reason above it.
 */
public record ServerLog(Path file) {
    private static final Pattern COMPLAINT =
            Pattern.compile("\\b(WARN|WARNING|SEVERE|ERROR|FATAL)\\b|Exception\\b|Error:|^\\s+at [\\w.$]+\\(");
    private static final List<Pattern> EXPECTED = expected();

    /** The lines nobody expected, from the given position of the file on. */
    public List<String> complaintsAfter(long position) throws IOException {
        return linesAfter(position).stream().filter(ServerLog::complains).toList();
    }

    /** Its length now, to look later at what came after. */
    public long position() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Whether the line is one that nobody expected. */
    static boolean complains(String line) {
        return COMPLAINT.matcher(line).find()
                && EXPECTED.stream().noneMatch(pattern -> pattern.matcher(line).find());
    }

    /** Its last lines, for a message about a failure. */
    public String tail(int lines) {
        try {
            List<String> all = linesAfter(0);
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log: " + e + ")";
        }
    }

    private List<String> linesAfter(long position) throws IOException {
        byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        int from = (int) Math.min(position, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static List<Pattern> expected() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ServerLog.class.getResourceAsStream("expected-log-lines.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Pattern::compile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
