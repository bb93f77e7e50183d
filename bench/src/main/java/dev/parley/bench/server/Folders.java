package dev.parley.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders for one run, gone after it. */
public final class Folders {
    private Folders() {}

    public static Path temporary(String name) throws IOException {
        return Files.createTempDirectory("parley-bench-" + name + "-");
    }

    public static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(folder)) {
            paths = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
