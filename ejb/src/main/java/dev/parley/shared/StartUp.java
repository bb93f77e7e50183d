package dev.parley.shared;

import dev.parley.db.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What must be right before the desk opens. A wrong setting is named and nothing starts. */
final class StartUp {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private static final int SHORTEST_TOKEN = 32;

    private StartUp() {}

    /** @throws IllegalStateException naming the setting that is missing or not allowed */
    static void check() {
        checkWebPush();
        checkOperator();
        if (Settings.demo()) checkDemo();
        else checkProduction();
    }

    private static void checkDemo() {
        for (String name : new String[] {"PARLEY_BIND", "PARLEY_SIP_BIND"}) {
            Settings.find(name).filter(v -> !LOOPBACK.contains(v)).ifPresent(v -> {
                throw new IllegalStateException(name + "=" + v
                        + ": a demo has well-known passwords and listens on loopback only; set PARLEY_MODE=production");
            });
        }
    }

    /** A push service writes there before it shuts a sender out, so something must be there. */
    private static void checkWebPush() {
        Settings.find("PARLEY_WEB_PUSH")
                .filter(contact -> !contact.matches("(?:mailto:[^@\\s]+@|https://)[^@\\s]+"))
                .ifPresent(contact -> {
                    throw new IllegalStateException("PARLEY_WEB_PUSH must be mailto:… or https://…, not " + contact);
                });
        if (!Settings.demo() && Settings.find("PARLEY_WEB_PUSH_ALLOW").isPresent())
            throw new IllegalStateException("PARLEY_WEB_PUSH_ALLOW is for a demo only");
    }

    private static void checkProduction() {
        String secret = required("PARLEY_SECRET", "signs tokens, at least 32 bytes");
        if (secret.getBytes(StandardCharsets.UTF_8).length < 32) {
            throw new IllegalStateException("PARLEY_SECRET must have at least 32 bytes");
        }
        if (!required("PARLEY_PUBLIC_URL", "https address under which visitors reach this")
                .startsWith("https://")) {
            throw new IllegalStateException("PARLEY_PUBLIC_URL must begin with https://");
        }
        if (Settings.find("PARLEY_DB_JNDI").isEmpty()
                && !required("PARLEY_DB_URL", "or PARLEY_DB_JNDI: PostgreSQL").startsWith("jdbc:postgresql:")) {
            throw new IllegalStateException("PARLEY_DB_URL must begin with jdbc:postgresql: in production");
        }
    }

    /** It opens every company: one that can be guessed is none. */
    private static void checkOperator() {
        Settings.find("PARLEY_OPERATOR_TOKEN")
                .filter(token -> token.length() < SHORTEST_TOKEN)
                .ifPresent(token -> {
                    throw new IllegalStateException(
                            "PARLEY_OPERATOR_TOKEN must have at least " + SHORTEST_TOKEN + " characters");
                });
    }

    private static String required(String name, String what) {
        return Settings.find(name)
                .orElseThrow(() -> new IllegalStateException(name + " is required in production (" + what + ")"));
    }
}
