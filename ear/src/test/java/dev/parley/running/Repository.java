package dev.parley.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What was built and from what, for tests that must know of everything there is. */
public final class Repository {
    private Repository() {}

    /** A class of a module as it was built; only what it says of itself, as its libraries are not there. */
    public static Class<?> load(String module, String name) {
        try {
            URL classes =
                    Place.ROOT.resolve(module + "/target/classes/").toUri().toURL();
            // not closed: the class loads its nested ones later
            return Class.forName(
                    name, false, new URLClassLoader(new URL[] {classes}, Repository.class.getClassLoader()));
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("build " + module + " first", e);
        }
    }

    /** The Faces pages that can be asked for, as {@code portal.xhtml}; templates are not among them. */
    public static List<String> pages() {
        Path webapp = Place.ROOT.resolve("web/src/main/webapp");
        try (Stream<Path> files = Files.walk(webapp)) {
            return files.map(f -> webapp.relativize(f).toString())
                    .filter(f -> f.endsWith(".xhtml") && !f.startsWith("WEB-INF"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
