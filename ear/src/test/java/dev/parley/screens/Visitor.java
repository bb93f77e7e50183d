package dev.parley.screens;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.Clip;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.parley.running.RunningParley;
import dev.parley.story.Browsers;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A visitor in a browser of their own, on the shop's page or on the full page. */
final class Visitor {
    /** What the launcher leaves between the panel and the window's edges. */
    private static final int EDGE = 24;

    private static final int BELOW = 100;
    private static final WebSocketRoute.CloseOptions LOST =
            new WebSocketRoute.CloseOptions().setCode(3000).setReason("the line is lost");
    private static final int WIDTH = 400;
    private static final int HEIGHT = 680;
    private static final int PHOTO_WIDTH = 800;
    private static final int PHOTO_HEIGHT = 500;

    private final Page page;
    private final Look look;
    private final RunningParley parley;
    private final List<WebSocketRoute> lines = new ArrayList<>();
    private boolean cut;
    private Frame panel;

    Visitor(Browsers browsers, Look look, RunningParley parley) {
        this(browsers.newPerson(look.options()), look, parley);
    }

    /** Somebody whose clock goes as it does there. */
    Visitor(Browsers browsers, Look look, RunningParley parley, ZoneId zone) {
        this(browsers.newPerson(look.options().setTimezoneId(zone.getId())), look, parley);
    }

    private Visitor(Page page, Look look, RunningParley parley) {
        this.page = page;
        this.look = look;
        this.parley = parley;
    }

    /**
     * Goes over a wire that can be {@link #cutTheLine cut}. Only for who needs it: Playwright 1.49 falls over a socket that its page closes
     * without a reason.
     */
    Visitor onAWire() {
        page.routeWebSocket(address -> address.contains("/ws/visitor"), line -> {
            if (cut) {
                line.close(LOST);
            } else {
                line.connectToServer();
                lines.add(line);
            }
        });
        return this;
    }

    Page page() {
        return page;
    }

    Frame panel() {
        return panel;
    }

    /** Comes to the shop and opens the widget, in the browser's language. */
    Visitor atTheShop() {
        page.navigate(parley.url().resolve("/demo").toString());
        page.waitForCondition(() -> page.locator("parley-chat").count() == 1);
        page.evaluate("language => { Parley('locale', language); Parley('open') }", look.language());
        page.waitForCondition(() ->
                page.frames().stream().anyMatch(f -> f.url().contains("/chat/acme?frame&lang=" + look.language())));
        panel = page.frames().stream()
                .filter(f -> f.url().contains("/chat/"))
                .findFirst()
                .orElseThrow();
        panel.locator(".tile, .row, textarea").first().waitFor();
        return this;
    }

    /** Comes to the full page. */
    Visitor atThePage() {
        page.navigate(parley.url().resolve("/chat/acme?lang=" + look.language()).toString());
        panel = page.mainFrame();
        panel.locator(".tile").first().waitFor();
        return this;
    }

    void start() {
        panel.locator(".tile").first().click();
        panel.locator("textarea").waitFor();
    }

    void write(String text) {
        panel.locator("textarea").fill(text);
        panel.locator("button.send").click();
        see(text);
    }

    void see(String text) {
        panel.getByText(text).first().waitFor();
    }

    Locator find(String selector) {
        return panel.locator(selector);
    }

    void wait(String selector) {
        panel.locator(selector).first().waitFor();
    }

    void waitGone(String selector) {
        panel.locator(selector).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    void attach(String name, String type, byte[] content) {
        panel.locator("#pick").setInputFiles(new FilePayload(name, type, content));
    }

    /** A picture of the usual shape of a photo: the tent in the mountains from the shop's front. */
    byte[] photo() {
        return photo(page, parley, PHOTO_WIDTH, PHOTO_HEIGHT);
    }

    /** The same for whoever has a page. */
    static byte[] photo(Page page, RunningParley parley, int width, int height) {
        // in a window of its own, or this one would fall behind it
        Page camera = page.context().browser().newPage();
        camera.setViewportSize(width, height);
        camera.navigate(parley.url().resolve("/shop/art/hero.svg").toString());
        byte[] png = camera.screenshot();
        camera.close();
        return png;
    }

    /** The line breaks and does not come back. */
    void cutTheLine() {
        cut = true;
        lines.forEach(line -> line.close(LOST));
    }

    /** Where the panel stands in the window; null where it fills it. */
    Clip place() {
        if (look.phone() || panel == page.mainFrame()) return null;
        int height = Math.min(HEIGHT, look.height() - BELOW - 32);
        return new Clip(look.width() - EDGE - WIDTH, look.height() - BELOW - height, WIDTH, height);
    }

    void leave() {
        page.context().close();
    }
}
