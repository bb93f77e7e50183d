package dev.parley.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.NewPassword;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("COM-6")
class SetUpDraftTest {
    @Test
    void what_fits_is_kept_without_blanks_and_a_site_is_called_as_the_company_unless_said() {
        SetUpDraft kept = draft(" Northwind ", "shop", " ", "Olga", "Olga@Northwind.Example ", "de", "Europe/Berlin")
                .checked();

        assertThat(kept.company()).isEqualTo("Northwind");
        assertThat(kept.site()).isEqualTo("Northwind");
        assertThat(kept.email()).isEqualTo("olga@northwind.example");
        assertThat(kept.toString()).doesNotContain("olga").doesNotContain("Northwind");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "COMPANY, '', shop, Shop, Olga, o@n.example, de, UTC",
                "KEY, Northwind, S, Shop, Olga, o@n.example, de, UTC",
                "KEY, Northwind, -, Shop, Olga, o@n.example, de, UTC",
                "NAME, Northwind, shop, Shop, -, o@n.example, de, UTC",
                "EMAIL, Northwind, shop, Shop, Olga, o@n, de, UTC",
                "EMAIL, Northwind, shop, Shop, Olga, -, de, UTC",
                "LANGUAGE, Northwind, shop, Shop, Olga, o@n.example, ?, UTC",
                "ZONE, Northwind, shop, Shop, Olga, o@n.example, de, Europe/Nowhere",
                "ZONE, Northwind, shop, Shop, Olga, o@n.example, de, +01:00",
                "ZONE, Northwind, shop, Shop, Olga, o@n.example, de, -"
            })
    void the_first_that_does_not_fit_is_named(
            SetUpField field,
            String company,
            String key,
            String site,
            String name,
            String email,
            String language,
            String zone) {
        assertThatThrownBy(() ->
                        draft(company, key, site, name, email, language, zone).checked())
                .isInstanceOfSatisfying(
                        UnfitSetUp.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void a_name_is_not_longer_than_its_column() {
        assertThatThrownBy(() -> draft("x".repeat(121), "shop", null, "Olga", "o@n.example", "de", "UTC")
                        .checked())
                .isInstanceOf(UnfitSetUp.class);
    }

    private static SetUpDraft draft(
            String company, String key, String site, String name, String email, String language, String zone) {
        return new SetUpDraft(
                company, "Support", key, site, name, email, new NewPassword("correct horse"), language, zone);
    }
}
