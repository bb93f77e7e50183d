package dev.parley.mail;

import dev.parley.shared.Json;
import dev.parley.shared.Secrets;
import jakarta.json.JsonObject;
import java.io.StringReader;

/** A mail as it lies in the outbox: links in it open doors, so a stolen table must not tell them. */
final class Envelope {
    private final Secrets secrets;

    Envelope(Secrets secrets) {
        this.secrets = secrets;
    }

    String seal(Mail mail, String id) {
        var content = Json.createObjectBuilder()
                .add("to", mail.to())
                .add("subject", mail.subject())
                .add("text", mail.text())
                .add("html", mail.html());
        if (mail.sender() != null) content.add("sender", mail.sender());
        if (mail.replyTo() != null) content.add("replyTo", mail.replyTo());
        return secrets.seal(purpose(id), content.build().toString());
    }

    Mail open(String sealed, String id) {
        try (var reader = Json.createReader(new StringReader(secrets.open(purpose(id), sealed)))) {
            JsonObject content = reader.readObject();
            return new Mail(
                    content.getString("to"),
                    content.getString("sender", null),
                    content.getString("replyTo", null),
                    content.getString("subject"),
                    content.getString("text"),
                    content.getString("html"));
        }
    }

    private static String purpose(String id) {
        return "mail " + id;
    }
}
