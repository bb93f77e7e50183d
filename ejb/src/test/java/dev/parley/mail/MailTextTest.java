package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SEC-1")
@Tag("SEC-5")
class MailTextTest {
    private static final URI LINK = URI.create("https://desk.example/join?token=abc");

    @ParameterizedTest
    @CsvSource({"en,en,ltr,invites you", "de-AT,de,ltr,lädt Sie", "ar,ar,rtl,تدعوك", "fr,en,ltr,invites you"})
    void every_mail_is_there_in_every_language_and_in_english_for_all_others(
            String wanted, String language, String direction, String subject) {
        for (MailText text : MailText.values()) {
            Mail mail = text.write("ann@example.com", Locale.forLanguageTag(wanted), LINK, "Ann", "Acme", "Ada");

            assertThat(mail.text()).contains(LINK.toString(), "Ann").doesNotContain("{");
            assertThat(mail.html()).contains("lang=\"" + language + "\" dir=\"" + direction + "\"", LINK.toString());
        }
        assertThat(MailText.INVITATION
                        .write("ann@example.com", Locale.forLanguageTag(wanted), LINK, "Ann", "Acme")
                        .subject())
                .contains(subject);
    }

    @ParameterizedTest
    @CsvSource("'<img src=x onerror=alert(1)>\"'''")
    void a_name_is_text_wherever_it_stands(String name) {
        Mail mail = MailText.INVITATION.write("ann@example.com", Locale.ENGLISH, LINK, name, "A\r\nBcc: x@y.example");

        assertThat(mail.html()).doesNotContain("<img").contains("&lt;img");
        assertThat(mail.subject()).doesNotContain("\r").doesNotContain("\n");
    }
}
