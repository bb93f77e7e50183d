package dev.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of settings in {@code docs/operations.md} names each setting that Parley reads, and no other. */
@Tag("OPS-9")
class SettingsTableIT {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final Pattern NAME = Pattern.compile("\\bPARLEY_[A-Z]+(?:_[A-Z]+)*\\b");
    private static final Pattern LITERAL = Pattern.compile("\"(PARLEY_[A-Z_]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(PARLEY_[A-Z_]+)` \\|");
    private static final Pattern LATER = Pattern.compile("(?m)^\\| `(PARLEY_[A-Z_]+)` \\|.*\\| reserved[^|]*\\|$");

    @Test
    void each_setting_that_is_read_has_a_row() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String module : new String[] {"db", "ejb", "web", "sip"}) {
            read.addAll(inFiles(ROOT.resolve(module), "**/src/main/java/**.java", LITERAL));
        }
        read.addAll(inFiles(ROOT.resolve("payara-config/micro"), "**/start.sh", NAME));

        assertThat(rows(ROW)).containsAll(read);
    }

    @Test
    void each_row_is_read_or_says_that_it_is_reserved() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String module : new String[] {"db", "ejb", "web", "sip"}) {
            read.addAll(inFiles(ROOT.resolve(module), "**/src/main/java/**.java", LITERAL));
        }
        read.addAll(inFiles(ROOT.resolve("payara-config/micro"), "**/start.sh", NAME));
        read.addAll(rows(LATER));

        assertThat(rows(ROW)).isSubsetOf(read);
    }

    private static Set<String> rows(Pattern pattern) throws IOException {
        return found(pattern, Files.readString(ROOT.resolve("docs/operations.md")));
    }

    private static Set<String> inFiles(Path folder, String glob, Pattern pattern) throws IOException {
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(matcher::matches)
                    .flatMap(file -> found(pattern, read(file)).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(match.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
