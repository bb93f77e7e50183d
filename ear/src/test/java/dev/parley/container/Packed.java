package dev.parley.container;

import dev.parley.running.RunningParley;
import java.io.File;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application as it is shipped, for tests to ride in. */
final class Packed {
    private Packed() {}

    /** The chosen server's archive, with these classes added to its web module. */
    static Archive<?> with(Class<?>... tests) {
        File packed = RunningParley.packed().toFile();
        if (packed.getName().endsWith(".war")) {
            return ShrinkWrap.createFromZipFile(WebArchive.class, packed).addClasses(tests);
        }
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, packed);
        ear.getAsType(WebArchive.class, "parley-web.war").addClasses(tests);
        return ear;
    }
}
