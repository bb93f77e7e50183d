package dev.parley.bench.browser;

import dev.parley.bench.Await;
import dev.parley.bench.server.Folders;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's own Chromium without a screen, with a fresh profile that is gone after it. */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final Process process;
    private final DevTools tools;

    private Chromium(Path folder, Process process, DevTools tools) {
        this.folder = folder;
        this.process = process;
        this.tools = tools;
    }

    /**
     * Starts it.
     *
     * @param more arguments beside those that every run has
     * @throws IOException also if no Chromium is installed
     */
    public static Chromium start(String... more) throws IOException, TimeoutException {
        Path folder = Folders.temporary("chromium");
        List<String> words = new ArrayList<>(List.of(
                executable().toString(),
                "--headless",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("profile"),
                // as root Chromium refuses to start with its sandbox
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--mute-audio",
                // nothing of its own may speak to the world or use the processor meanwhile
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-extensions"));
        words.addAll(List.of(more));
        words.add("about:blank");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            Await.until(
                    "Chromium listens",
                    START,
                    () -> LISTENING.matcher(Files.readString(log)).find());
            Matcher address = LISTENING.matcher(Files.readString(log));
            if (!address.find()) {
                throw new IOException("Chromium does not listen");
            }
            Chromium started = new Chromium(folder, process, DevTools.connect(URI.create(address.group(1))));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            return started;
        } catch (IOException | TimeoutException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static Path executable() throws IOException {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("no Chromium on the PATH (on Debian: apt install chromium)"));
    }

    /** Its name and version. */
    public String version() {
        return tools.ask(DevTools.BROWSER, "Browser.getVersion").path("product").asText();
    }

    /** Begins to record what threads do; {@link Trace#stop} ends it. */
    public Trace trace() {
        return Trace.start(tools);
    }

    /** The window of somebody who was never here: nothing stored, nothing cached. */
    public Tab newPerson(int width, int height) {
        String context = tools.ask(DevTools.BROWSER, "Target.createBrowserContext")
                .get("browserContextId")
                .asText();
        return newTab(context, width, height);
    }

    private Tab newTab(String context, int width, int height) {
        String target = tools.ask(
                        DevTools.BROWSER,
                        "Target.createTarget",
                        "url",
                        "about:blank",
                        "browserContextId",
                        context,
                        "width",
                        width,
                        "height",
                        height)
                .get("targetId")
                .asText();
        return new Tab(tools, context, target);
    }

    /** Puts another tab in front of this one, in the same window: it is hidden until {@link Tab#toFront}. */
    public void cover(Tab tab) {
        String target = tools.ask(
                        DevTools.BROWSER,
                        "Target.createTarget",
                        "url",
                        "about:blank",
                        "browserContextId",
                        tab.context())
                .get("targetId")
                .asText();
        tools.ask(DevTools.BROWSER, "Target.activateTarget", "targetId", target);
    }

    @Override
    public synchronized void close() {
        if (!Files.exists(folder)) {
            return;
        }
        tools.close();
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Await.within(Duration.ofSeconds(20), () -> all.stream().noneMatch(ProcessHandle::isAlive));
        if (!Await.within(Duration.ofSeconds(5), this::deleted)) {
            System.err.println("left behind: " + folder);
        }
    }

    /** A process that dies may still write a last file. */
    private boolean deleted() throws IOException {
        Folders.delete(folder);
        return true;
    }
}
