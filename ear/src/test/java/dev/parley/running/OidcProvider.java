package dev.parley.running;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The npm package {@code oidc-provider}, an OpenID provider that others have certified, as a process on a random port of 127.0.0.1.
 * It is installed by its lock file into {@code target}; what it says of whom stands in {@code src/test/oidc/provider.mjs}.
 */
public final class OidcProvider implements AutoCloseable {
    /** As whom Parley asks it. */
    public static final String CLIENT = "parley";

    public static final String SECRET = "a secret of the test's, with % and &";

    private static final Path SOURCE = Place.ROOT.resolve("ear/src/test/oidc");

    private final Process process;
    private final String issuer;

    private OidcProvider(Process process, String issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /**
     * Starts it.
     *
     * @param back where it may send browsers back to
     * @param people by the name that is typed at its page: {@code {"ann": {"email": …, "email_verified": true, "name": …}}}
     */
    public static OidcProvider start(URI back, JsonObject people) {
        try {
            Path folder = installed();
            Process process = new ProcessBuilder("node", "provider.mjs", SECRET, back.toString(), people.toString())
                    .directory(folder.toFile())
                    .redirectError(folder.resolve("provider.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ready "))
                    return new OidcProvider(process, "http://127.0.0.1:" + line.substring(6));
            }
            throw new IllegalStateException("the provider ended, see " + folder.resolve("provider.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path installed() throws IOException {
        Path folder = Files.createDirectories(Place.SERVERS.resolveSibling("oidc"));
        Path stamp = folder.resolve("installed-lock.json");
        Path lock = SOURCE.resolve("package-lock.json");
        for (String file : List.of("package.json", "package-lock.json", "provider.mjs"))
            Files.copy(SOURCE.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        if (Files.exists(stamp) && Files.mismatch(stamp, lock) == -1) return folder;
        Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        try {
            if (npm.waitFor() != 0) throw new IOException("npm ci failed, see " + folder.resolve("npm.log"));
        } catch (InterruptedException e) {
            npm.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Files.copy(lock, stamp, StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    /** Its name and address. */
    public String issuer() {
        return issuer;
    }

    @Override
    public void close() {
        Processes.end(process.toHandle());
    }
}
