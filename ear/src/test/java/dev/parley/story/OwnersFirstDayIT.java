package dev.parley.story;

import dev.parley.running.MailServer;
import dev.parley.running.production.Production;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays {@code owners_first_day.story}. */
@Tag("COM-6")
@Tag("ROU-9")
class OwnersFirstDayIT {
    @Test
    void from_an_empty_installation_to_lunch() throws IOException {
        try (MailServer mails = new MailServer();
                Production parley = Production.start(Map.of(
                        "PARLEY_SMTP_URL",
                        "smtp://127.0.0.1:" + mails.port() + "?from=desk@northwind.example&starttls=no"));
                Browsers browsers = new Browsers();
                OwnerSteps owner = new OwnerSteps(browsers, parley, mails)) {
            Story.play("owners_first_day", owner);
        }
    }
}
