package dev.parley.notification;

import dev.parley.db.Settings;
import dev.parley.notification.push.Endpoints;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the operator says of web push. Whether the values are allowed is checked at the start, see {@code shared.StartUp}. */
final class PushSettings {
    private PushSettings() {}

    /** How the push services reach the operator; nothing where web push is off. */
    static Optional<String> contact() {
        return Settings.find("PARLEY_WEB_PUSH");
    }

    /** Where notifications may go. A demo may name origins of its own, for tests; everything else is https at a public address. */
    static Endpoints endpoints() {
        String named = Settings.demo() ? Settings.get("PARLEY_WEB_PUSH_ALLOW", "") : "";
        Set<String> allowed = Stream.of(named.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new Endpoints(allowed);
    }
}
