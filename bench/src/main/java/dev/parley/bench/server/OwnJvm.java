package dev.parley.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A bare peer in a Java process of its own, so that its cost can be told from the generator's. It says {@code ready} when it is. */
public final class OwnJvm implements AutoCloseable {
    private final Process process;

    private OwnJvm(Process process) {
        this.process = process;
    }

    /** Starts the main class of this class path on the given processors. */
    public static OwnJvm start(String processors, Class<?> main, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "taskset",
                "-c",
                processors,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        OwnJvm started = new OwnJvm(process);
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        BufferedReader printed =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ready = printed.readLine();
        if (!"ready".equals(ready)) {
            throw new IOException(main + " is not ready but says " + ready);
        }
        return started;
    }

    public ServerProcess process() {
        return new ServerProcess(process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
