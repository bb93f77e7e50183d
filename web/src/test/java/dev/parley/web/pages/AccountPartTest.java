package dev.parley.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountPartTest {
    @ParameterizedTest
    @CsvSource({"Anna Agent, AA", "Cher, C", "'  mia van der berg ', MB", "𝒜da Ωmega, 𝒜Ω"})
    void a_name_is_shortened_to_its_first_and_last_letter(String name, String initials) {
        assertThat(AccountPart.initials(name)).isEqualTo(initials);
    }
}
