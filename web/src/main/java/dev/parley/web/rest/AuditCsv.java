package dev.parley.web.rest;

import dev.parley.audit.AuditView;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The audit log for spreadsheets. Every cell is quoted, and one that a spreadsheet would take for a formula begins with an apostrophe:
 * names and texts in the log were typed by anybody.
 */
final class AuditCsv {
    /** With the mark by which spreadsheets know UTF-8. */
    static final String HEAD = "\uFEFF" + line("time", "person", "from", "kind", "subject", "before", "after");

    private AuditCsv() {}

    static String row(AuditView v) {
        return line(
                v.at().toString(),
                v.actorName(),
                v.address(),
                v.kind().wire(),
                v.subjectName(),
                v.before() == null ? "" : v.before().toString(),
                v.after() == null ? "" : v.after().toString());
    }

    private static String line(String... cells) {
        return Stream.of(cells).map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String value = text == null ? "" : text;
        // what a spreadsheet strips before it looks for a formula counts as well
        String seen = value.strip();
        boolean formula = !value.isEmpty() && "\t\r\n".indexOf(value.charAt(0)) >= 0
                || !seen.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(seen.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }
}
