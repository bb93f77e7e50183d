package dev.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shipped: everything once, and nothing that may not be. */
class ArchivesIT {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));

    @ParameterizedTest
    @ValueSource(strings = {"web/target/parley.war", "ear/target/parley.ear"})
    void every_jar_stands_in_it_once(String archive) throws IOException {
        List<String> names = jars(archive).stream().map(ArchivesIT::nameOf).toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web/target/parley.war", "ear/target/parley.ear"})
    void the_desk_is_in_it(String archive) throws IOException {
        assertThat(jars(archive).stream().map(ArchivesIT::nameOf))
                .contains("ejb", "db", "sip-app", "sip-container", "sip-api", "widget", "flyway-core", "postgresql");
    }

    /** H2 is the server's; log4j is dead; EclipseLink and the Jakarta API are the server's; the last is AGPL. */
    @ParameterizedTest
    @ValueSource(strings = {"web/target/parley.war", "ear/target/parley.ear"})
    void nothing_is_in_it_that_must_not_be(String archive) throws IOException {
        assertThat(jars(archive).stream().map(ArchivesIT::nameOf))
                .doesNotContain(
                        "h2", "log4j", "log4j-core", "eclipselink", "jakarta.jakartaee-api", "sip-servlets-impl");
    }

    /** Servers' own descriptors would make one archive per server. */
    @ParameterizedTest
    @ValueSource(strings = {"web/target/parley.war", "ear/target/parley.ear"})
    void it_names_no_server(String archive) throws IOException {
        assertThat(entries(archive))
                .noneMatch(entry -> entry.matches("(.*/)?(jboss|payara|glassfish|sun)-[a-z0-9-]+\\.xml"));
    }

    private static List<String> jars(String archive) throws IOException {
        return entries(archive).stream().filter(entry -> entry.endsWith(".jar")).toList();
    }

    /** Every entry, those of a nested WAR included. */
    private static List<String> entries(String archive) throws IOException {
        try (InputStream in = Files.newInputStream(ROOT.resolve(archive))) {
            return entries(in);
        }
    }

    private static List<String> entries(InputStream in) throws IOException {
        List<String> names = new ArrayList<>();
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            names.add(entry.getName());
            if (entry.getName().endsWith(".war")) names.addAll(entries(zip));
        }
        return names;
    }

    /** {@code lib/org.flywaydb-flyway-core-11.8.2.jar} and {@code WEB-INF/lib/flyway-core-11.8.2.jar} are {@code flyway-core}. */
    private static String nameOf(String entry) {
        String file = entry.substring(entry.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
        String bare = file.replaceFirst("-\\d[\\w.]*(-SNAPSHOT|-\\d+)?(-jakarta)?$", "")
                .replaceFirst("^([a-z0-9]+\\.)+[a-z0-9]+-", "");
        return switch (bare) {
            case "parley-ejb" -> "ejb";
            case "parley-sip" -> "sip-app";
            default -> bare;
        };
    }
}
