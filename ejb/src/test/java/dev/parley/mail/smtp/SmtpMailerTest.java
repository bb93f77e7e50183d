package dev.parley.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.mail.Mail;
import dev.parley.mail.MailRefused;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-1")
class SmtpMailerTest {
    private static final Mail MAIL =
            new Mail("ann@example.com", "Grüße\r\nBcc: evil@example.com", "Text ü", "<p>ü</p>");

    @Test
    void a_mail_leaves_as_text_and_html_under_the_id_it_has_each_time() throws Exception {
        try (FakeSmtp server = new FakeSmtp()) {
            var mailer =
                    new SmtpMailer(SmtpAddress.of("smtp://127.0.0.1:" + server.port() + "?from=desk@shop.example"));

            mailer.send(MAIL, "id1");
            mailer.send(MAIL, "id1");

            assertThat(server.taken())
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(mail)
                            .contains(
                                    "Message-ID: <id1@shop.example>", "From: desk@shop.example", "To: ann@example.com")
                            .contains(
                                    "multipart/alternative",
                                    "text/plain",
                                    "text/html",
                                    "Auto-Submitted: auto-generated")
                            .doesNotContainPattern("(?m)^Bcc"));
        }
    }

    @Test
    @Tag("SEC-5")
    @Tag("COM-5")
    void a_company_writes_under_its_name_and_no_name_makes_a_header() throws Exception {
        try (FakeSmtp server = new FakeSmtp()) {
            var mailer =
                    new SmtpMailer(SmtpAddress.of("smtp://127.0.0.1:" + server.port() + "?from=desk@shop.example"));

            mailer.send(new Mail("ann@example.com", "Müller & Co", "help@shop.example", "s", "t", "h"), "id1");
            mailer.send(
                    new Mail("ann@example.com", "A\" <evil@example.com>\r\nBcc: evil@example.com", null, "s", "t", "h"),
                    "id2");

            assertThat(server.taken().get(0))
                    .contains("Reply-To: help@shop.example")
                    .containsPattern("(?m)^From: =\\?UTF-8\\?\\S+ <desk@shop.example>$");
            assertThat(server.taken().get(1))
                    .contains("<desk@shop.example>")
                    .doesNotContainPattern("(?m)^Bcc")
                    .doesNotContain("Reply-To");
        }
        assertThatThrownBy(() -> new Mail("a@b.example\nBcc: c@d.example", "s", "t", "h"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mail("a@b.example", "n", "a@b.example, c@d.example", "s", "t", "h"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_that_nobody_has_is_refused_and_a_busy_server_is_asked_again() throws Exception {
        try (FakeSmtp server = new FakeSmtp()) {
            var mailer = new SmtpMailer(SmtpAddress.of("smtp://127.0.0.1:" + server.port()));

            assertThatThrownBy(() -> mailer.send(new Mail("nobody@example.com", "s", "t", "h"), "id1"))
                    .isInstanceOf(MailRefused.class);
            assertThatThrownBy(() -> mailer.send(new Mail("a@b..example", "s", "t", "h"), "id3"))
                    .isInstanceOf(MailRefused.class);
            assertThatThrownBy(() -> mailer.send(new Mail("busy@example.com", "s", "t", "h"), "id2"))
                    .isInstanceOf(IOException.class);
        }
        var gone = new SmtpMailer(SmtpAddress.of("smtp://127.0.0.1:1"));
        assertThatThrownBy(() -> gone.send(MAIL, "id3")).isInstanceOf(IOException.class);
    }

    @Test
    void an_address_of_a_server_says_all_that_is_needed() {
        SmtpAddress plain = SmtpAddress.of("smtp://mail.example");
        SmtpAddress login = SmtpAddress.of("smtp://me%40x:p%3Ass+1@mail.example?from=support@shop.example");
        SmtpAddress secure = SmtpAddress.of("smtps://me:secret@mail.example:4650?starttls=no");

        assertThat(plain).isEqualTo(new SmtpAddress(false, "mail.example", 25, null, "", "parley@mail.example", "yes"));
        assertThat(login)
                .isEqualTo(new SmtpAddress(
                        false, "mail.example", 587, "me@x", "p:ss+1", "support@shop.example", "required"));
        assertThat(secure.port()).isEqualTo(4650);
        assertThat(secure.toString()).doesNotContain("secret");
    }

    @Test
    void a_wrong_setting_is_named_without_its_password() {
        for (String wrong : List.of(
                "http://me:secret@mail.example",
                "smtp:me:secret",
                "smtp://me:secret@mail .example",
                "smtp://me:secret@mail.example?starttls=perhaps",
                "smtp://me:secret@mail.example?from=nobody")) {
            assertThatThrownBy(() -> SmtpAddress.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("PARLEY_SMTP_URL ")
                    .hasMessageNotContaining("secret");
        }
    }
}
