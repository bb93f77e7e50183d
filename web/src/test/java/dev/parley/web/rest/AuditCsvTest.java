package dev.parley.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-4")
class AuditCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n@x", "＝1"})
    void what_a_spreadsheet_would_compute_is_text(String formula) {
        assertThat(AuditCsv.cell(formula)).startsWith("\"'");
    }

    @Test
    void anything_else_is_quoted_as_it_is() {
        assertThat(AuditCsv.cell("Ann \"the\" Agent, Support")).isEqualTo("\"Ann \"\"the\"\" Agent, Support\"");
        assertThat(AuditCsv.cell("{\"name\":\"=1\"}")).isEqualTo("\"{\"\"name\"\":\"\"=1\"\"}\"");
        assertThat(AuditCsv.cell(null)).isEqualTo("\"\"");
    }
}
