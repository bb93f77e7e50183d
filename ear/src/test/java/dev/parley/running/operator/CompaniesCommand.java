package dev.parley.running.operator;

import dev.parley.running.RunningParley;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code payara-config/operator/companies}, as an operator runs it. */
final class CompaniesCommand {
    private static final Path SCRIPT = Path.of(System.getProperty("parley.root", ".."))
            .toAbsolutePath()
            .normalize()
            .resolve("payara-config/operator/companies");

    private final RunningParley parley;
    private final String token;

    CompaniesCommand(RunningParley parley, String token) {
        this.parley = parley;
        this.token = token;
    }

    /** How it ended. */
    record Ended(int code, String out, String err) {}

    Ended run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of("--url", parley.url().toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            // Java says there what it took of it
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().put("PARLEY_OPERATOR_TOKEN", token);
            Path err = Files.createTempFile("companies", ".err");
            builder.redirectError(err.toFile());
            Process process = builder.start();
            try (InputStream out = process.getInputStream()) {
                String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                if (!process.waitFor(2, TimeUnit.MINUTES)) throw new AssertionError("it does not end: " + said);
                return new Ended(process.exitValue(), said, Files.readString(err));
            } finally {
                process.destroyForcibly();
                Files.deleteIfExists(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
