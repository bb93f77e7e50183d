package dev.parley.web.socket.live;

import dev.parley.routing.OfferView;
import dev.parley.web.socket.frame.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The frame that holds a waiting conversation out to an agent: who, where, about what, how long already, and how many seconds are left to answer. */
@ApplicationScoped
public class OfferFrames {
    private final Clock clock;

    protected OfferFrames() {
        this(null);
    }

    @Inject
    public OfferFrames(Clock clock) {
        this.clock = clock;
    }

    String offer(OfferView offer) {
        Instant now = clock.instant();
        return JsonText.frame("offer")
                .with("conversation", offer.conversation())
                .with("visitor", named(offer.visitor()))
                .with("department", named(offer.department()))
                .with("preview", offer.words() == null ? null : Frames.beginning(offer.words()))
                .with(
                        "waited",
                        Math.max(0, Duration.between(offer.waitingSince(), now).toSeconds()))
                .with(
                        "expiresIn",
                        Math.max(0, Duration.between(now, offer.expiresAt()).toSeconds()))
                .toString();
    }

    private static JsonText named(OfferView.Named named) {
        return JsonText.object().with("id", named.id()).with("name", named.name());
    }
}
