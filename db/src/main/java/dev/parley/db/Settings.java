package dev.parley.db;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an operator can set: environment variables, all optional in demo mode. A system property of the same name in lower case with
 * dots ({@code parley.db.url} for {@code PARLEY_DB_URL}) wins, so that tests can run several servers in one environment.
 * {@code docs/operations.md} lists every setting.
 */
public final class Settings {
    private Settings() {}

    /** The setting, or nothing where it is not set or blank. */
    public static Optional<String> find(String name) {
        String value =
                System.getProperty(name.toLowerCase(java.util.Locale.ROOT).replace('_', '.'));
        if (value == null || value.isBlank()) value = System.getenv(name);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** The setting, or {@code otherwise}. */
    public static String get(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    /** @throws IllegalStateException naming the setting, where it is not a whole number */
    public static int number(String name, int otherwise) {
        String value = get(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(name + " must be a whole number, not '" + value + "'", e);
        }
    }

    /** Demo companies, loopback only, a secret of its own making. Anything else than {@code production} is a demo. */
    public static boolean demo() {
        return !"production".equals(get("PARLEY_MODE", "demo"));
    }

    /** Where everything lives that must outlast a restart and is not in PostgreSQL. */
    public static Path data() {
        return Path.of(get("PARLEY_DATA", "data")).toAbsolutePath().normalize();
    }

    /**
     * The embedded database unless told otherwise. {@code WRITE_DELAY=0} is what keeps an acknowledged message through a kill -9: with
     * H2's default up to half a second of commits is only in memory.
     */
    public static String databaseUrl() {
        return find("PARLEY_DB_URL")
                .orElseGet(
                        () -> "jdbc:h2:file:" + data().resolve("parley")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE");
    }
}
