package dev.parley.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the pictures, and lets axe look at each document that is in one. They go to {@code parley.screens}, or into {@code target}.
 */
public final class Album {
    private final Path folder =
            Path.of(System.getProperty("parley.root"), System.getProperty("parley.screens", "ear/target/screens"));
    private final String axe = axe();
    private final List<String> complaints = new ArrayList<>();

    /** Takes a picture of the window, and has its document looked over. */
    public void take(String name, Page page) {
        take(name, page, null, page.mainFrame());
    }

    /** Takes a picture of the window, or of that part of it, and has the document that shows the state looked over. */
    void take(String name, Page page, Clip part, Frame document) {
        take(name, page, part, document, Axe.ALL);
    }

    void take(String name, Page page, Clip part, Frame document, Axe what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setClip(part));
        document.evaluate(axe);
        for (Object complaint : (List<?>) document.evaluate(what.script())) complaints.add(name + ": " + complaint);
    }

    /** @throws AssertionError naming each element in which axe found something */
    public void axeFoundNothing() {
        assertThat(complaints).isEmpty();
    }

    private static String axe() {
        try (InputStream script = Album.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
