package dev.parley.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium. Each person gets a profile of their own. Belongs to the thread that opened it. */
public final class Browsers implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    /** As root Chromium refuses to start with its sandbox. */
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-dev-shm-usage");

    /** Generous: the machine may be busy with other things. */
    private static final double LIMIT = 60_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    public Browsers() {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(ARGUMENTS)
                        .setTimeout(LIMIT));
    }

    private static Path chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .or(() -> Optional.ofNullable(System.getenv("PARLEY_CHROMIUM")).map(Path::of))
                .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH: install the package chromium"));
    }

    /** A page of somebody who was never here. */
    public Page newPerson() {
        return newPerson(new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT));
    }

    /** A page of somebody who was never here, and who reaches the world by that line only. */
    Page newPerson(Wire wire) {
        return newPerson(
                new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setProxy(wire.proxy()));
    }

    /** A page of somebody who was never here, and who holds a phone. */
    Page newPersonOnAPhone() {
        return newPerson(new Browser.NewContextOptions()
                .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                .setHasTouch(true));
    }

    /** A page of somebody who was never here, with a window, a language and a scheme of their own. */
    public Page newPerson(Browser.NewContextOptions options) {
        Page page = browser.newContext(options).newPage();
        page.setDefaultTimeout(LIMIT);
        return page;
    }

    /**
     * A page of somebody whose browser keeps nothing for anybody: no cookie, and every use of a storage throws. Whoever asked closes its
     * context.
     *
     * @param profile an empty folder for the browser
     */
    Page newPersonWithoutStorage(Path profile) {
        try {
            Files.writeString(
                    Files.createDirectories(profile.resolve("Default")).resolve("Preferences"),
                    "{\"profile\":{\"default_content_setting_values\":{\"cookies\":2}}}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Page page = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(chromium())
                                .setArgs(ARGUMENTS)
                                .setTimeout(LIMIT))
                .newPage();
        page.setDefaultTimeout(LIMIT);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
