package dev.parley.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The machine under all of this: its figures stand in every report, because nothing measured means much without them. */
public final class Machine {
    private Machine() {}

    /** Processors, load of the last minute and Java, in one line. */
    public static String describe() {
        return Runtime.getRuntime().availableProcessors() + " processors, load " + load() + ", Java "
                + Runtime.version().feature();
    }

    /** The load average of the last minute, or {@code ?} where the system does not tell. */
    public static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "?";
        }
    }

    /** The commit that is checked out, with {@code +} when files differ from it. */
    public static String commit(Path home) throws IOException, InterruptedException {
        String commit = output(List.of("git", "-C", home.toString(), "rev-parse", "--short=12", "HEAD"));
        String changes = output(List.of("git", "-C", home.toString(), "status", "--porcelain", "--untracked-files=no"));
        return commit.isBlank() ? "unknown" : commit.strip() + (changes.isBlank() ? "" : "+");
    }

    /** Keeps this process, with all its threads, on the given processors, so that it does not disturb what it measures. */
    public static void keepOn(String processors) throws IOException, InterruptedException {
        output(List.of(
                "taskset",
                "-a",
                "-p",
                "-c",
                processors,
                Long.toString(ProcessHandle.current().pid())));
    }

    /** What a short command prints; empty if it fails. */
    public static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? printed : "";
    }
}
