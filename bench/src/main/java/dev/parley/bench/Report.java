package dev.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one run saw, as Markdown: what was run, tables of figures, and checks that passed or failed. */
public final class Report {
    private final String name;
    private final StringBuilder body = new StringBuilder();
    private final List<Check> checks = new ArrayList<>();
    private final List<Check> aims = new ArrayList<>();

    /** One promise and whether it was kept; the detail says by how much or where not. */
    public record Check(String promise, boolean kept, String detail) {}

    /** Rows under a heading. Cells are written as they are, numbers by {@link #figure}. */
    public final class Table {
        private Table(List<String> heads) {
            row(heads.toArray());
            row(heads.stream().map(head -> "---").toArray());
        }

        public Table row(Object... cells) {
            body.append('|');
            for (Object cell : cells) {
                body.append(' ')
                        .append(cell instanceof Double d ? figure(d) : String.valueOf(cell))
                        .append(" |");
            }
            body.append('\n');
            return this;
        }
    }

    /** Begins the report and says at once what is run, so that a run that dies can be repeated too. */
    public Report(String name, Options options, String commit) {
        this.name = name;
        line("# " + name);
        line("");
        line("- commit " + commit);
        line("- command `bench/run " + name + options + "`");
        line("- seed " + options.seed());
        line("- begun " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + ", " + Machine.describe());
        line("");
        System.out.print(body);
    }

    /** Begins a table; a heading may stand before it. */
    public Table table(String heading, String... heads) {
        line("");
        line("## " + heading);
        line("");
        return new Table(List.of(heads));
    }

    public void note(String text) {
        line("");
        line(text);
    }

    /** Says on the terminal how far it is; not part of the report. */
    public void progress(String text) {
        System.err.println(DateTimeFormatter.ISO_LOCAL_TIME.format(
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                + " " + text);
    }

    public boolean check(String promise, boolean kept, String detail) {
        checks.add(new Check(promise, kept, detail));
        progress((kept ? "kept    " : "BROKEN  ") + promise + (detail.isEmpty() ? "" : ": " + detail));
        return kept;
    }

    /** A figure beside what it ought to be. Machines differ and are shared, so a missed aim does not fail the run. */
    public void aim(String aim, boolean reached, String detail) {
        aims.add(new Check(aim, reached, detail));
        progress((reached ? "reached " : "MISSED  ") + aim + ": " + detail);
    }

    /** Whether a promise was broken, or nothing was tried at all. */
    public boolean failed() {
        return checks.size() + aims.size() == 0 || checks.stream().anyMatch(check -> !check.kept());
    }

    /** The whole report with its checks; the last line counts them. */
    public String markdown() {
        StringBuilder all = new StringBuilder(body);
        list(all, "Aims", "reached", aims);
        list(all, "Promises", "kept", checks);
        return all.append('\n').append(counts()).append('\n').toString();
    }

    private static void list(StringBuilder all, String heading, String verdict, List<Check> checks) {
        if (checks.isEmpty()) {
            return;
        }
        all.append("\n## ").append(heading).append("\n\n| ").append(verdict);
        all.append(" | what | seen |\n| --- | --- | --- |\n");
        for (Check check : checks) {
            all.append("| ")
                    .append(check.kept() ? "yes" : "**no**")
                    .append(" | ")
                    .append(check.promise());
            all.append(" | ")
                    .append(check.detail().replace("\n", " ").replace("|", "\\|"))
                    .append(" |\n");
        }
    }

    private String counts() {
        long passed = checks.stream().filter(Check::kept).count();
        return "passed: " + passed + ", failed: " + (checks.size() - passed);
    }

    /** Writes the report into the folder as {@code <date>-<name>.md} (a later run of the day replaces an earlier one). */
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String date = DateTimeFormatter.ISO_LOCAL_DATE.format(Instant.now().atOffset(ZoneOffset.UTC));
        return Files.writeString(folder.resolve(date + "-" + name + ".md"), markdown());
    }

    /** Three significant digits, as more would be noise. */
    public static String figure(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    private void line(String text) {
        body.append(text).append('\n');
    }
}
