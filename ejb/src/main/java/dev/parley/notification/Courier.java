package dev.parley.notification;

import dev.parley.conversation.Conversations;
import dev.parley.notification.persistence.Subscriptions;
import dev.parley.notification.push.Endpoints;
import dev.parley.notification.push.PushService;
import dev.parley.notification.push.Sealing;
import dev.parley.notification.push.Vapid;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes one letter to its push service, outside any transaction, and notes what became of it. The letter says that there is an answer and
 * in which conversation; the words stay here.
 */
final class Courier {
    private static final Logger LOG = Logger.getLogger(Courier.class.getName());
    /** How long a push service keeps it for a browser that is off. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Subscriptions subscriptions;
    private final Conversations conversations;
    private final PushKeys keys;
    private final PushService service;
    private final Endpoints endpoints;
    private final Clock clock;

    Courier(
            Subscriptions subscriptions,
            Conversations conversations,
            PushKeys keys,
            PushService service,
            Endpoints endpoints,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.conversations = conversations;
        this.keys = keys;
        this.service = service;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    void send(Letter letter) {
        // the settings may have changed since it was kept
        Optional<URI> endpoint = endpoints.check(letter.address().endpoint());
        Optional<Vapid> vapid = keys.vapid();
        if (endpoint.isEmpty() || vapid.isEmpty()) {
            subscriptions.gone(letter);
            return;
        }
        String conversation = conversations
                .view(Caller.DESK, letter.company(), letter.conversation())
                .id();
        byte[] body = Sealing.seal(
                content(letter, conversation),
                letter.address().key(),
                letter.address().secret());
        try {
            note(letter, service.send(endpoint.get(), headers(vapid.get(), endpoint.get(), conversation), body));
        } catch (IOException e) {
            LOG.log(Level.FINE, "a push service could not be asked", e);
            subscriptions.failed(letter, Duration.ZERO, clock.instant());
        }
    }

    private void note(Letter letter, PushService.Answer answer) {
        if (answer.taken()) subscriptions.taken(letter);
        else if (answer.gone()) subscriptions.gone(letter);
        else {
            LOG.log(Level.INFO, "a push service answered {0}", answer.status());
            subscriptions.failed(letter, answer.retryAfter().orElse(Duration.ZERO), clock.instant());
        }
    }

    private static byte[] content(Letter letter, String conversation) {
        return Json.createObjectBuilder()
                .add("title", letter.notice())
                .add("conversation", conversation)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The topic lets a newer letter of a conversation replace one that waits; a digest, as the push service need not know the id. */
    private Map<String, String> headers(Vapid vapid, URI endpoint, String conversation) {
        return Map.of(
                "Authorization",
                vapid.authorization(endpoint, clock.instant()),
                "Content-Encoding",
                "aes128gcm",
                "Content-Type",
                "application/octet-stream",
                "TTL",
                Long.toString(KEPT.toSeconds()),
                "Topic",
                Digests.sha256(conversation).substring(0, 32),
                "Urgency",
                "normal");
    }
}
