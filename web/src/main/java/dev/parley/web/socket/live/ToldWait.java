package dev.parley.web.socket.live;

import dev.parley.routing.WaitRange;
import dev.parley.web.socket.frame.JsonText;
import java.time.Duration;

/** How long somebody will wait, as a member of a frame, in seconds; rather too wide than too narrow. */
final class ToldWait {
    private static final int MINUTE = 60;

    private ToldWait() {}

    /** For whom it is about: no part of a second is lost. */
    static JsonText exact(WaitRange wait) {
        return range(wait.low().toSeconds(), up(wait.high(), Duration.ofSeconds(1)));
    }

    /** For everybody who looks on: of whole minutes, so that nobody is told of each second anew; at least one. */
    static JsonText inMinutes(WaitRange wait) {
        long high = Math.max(1, up(wait.high(), Duration.ofMinutes(1)));
        return range(wait.low().toMinutes() * MINUTE, high * MINUTE);
    }

    private static JsonText range(long low, long high) {
        return JsonText.object().with("low", low).with("high", high).with("confidence", WaitRange.PERCENT);
    }

    private static long up(Duration length, Duration unit) {
        return length.plus(unit).minusMillis(1).toMillis() / unit.toMillis();
    }
}
