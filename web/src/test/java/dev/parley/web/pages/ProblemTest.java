package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.web.language.Words;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 413, 415, 418, 429, 500, 501, 502, 503, 599})
    void every_status_keeps_its_number_and_has_words_that_need_no_escape_in_json(int status) {
        Problem problem = Problem.of(status);
        Words english = new Words(Locale.ENGLISH);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.title(english) + problem.detail(english) + problem.code())
                .isNotBlank()
                .doesNotContain("\"", "\\");
    }
}
