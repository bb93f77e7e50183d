package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetServletTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | br | true",
                "GZIP;q=0.5, BR | br | true",
                "br;q=0 | br | false",
                "br; q=0.0 | br | false",
                "br;q=0.1 | br | true",
                "gzip | br | false",
                "brotli | br | false",
                "'' | br | false",
            })
    void a_packed_file_goes_only_to_who_can_unpack_it(String header, String encoding, boolean accepted) {
        assertThat(AssetServlet.accepts(header, encoding)).isEqualTo(accepted);
    }
}
