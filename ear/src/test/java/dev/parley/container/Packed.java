package dev.parley.container;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as it is shipped, for tests to ride in. */
final class Packed {
    private Packed() {}

    static WebArchive war() {
        Path war = Path.of(System.getProperty("parley.root"), "web/target/parley.war");
        return ShrinkWrap.createFromZipFile(WebArchive.class, war.toFile());
    }
}
