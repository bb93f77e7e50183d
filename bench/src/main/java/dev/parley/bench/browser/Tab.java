package dev.parley.bench.browser;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.Json;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/** One tab, with the frames of other origins in it, each a session of its own: what is set here is set in all of them. */
public final class Tab implements AutoCloseable {
    private final DevTools tools;
    private final String context;
    private final String target;
    private final String session;
    private final Document page;
    private final Set<String> frames = ConcurrentHashMap.newKeySet();
    private final List<Setting> settings = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, JsonNode>> ears = new CopyOnWriteArrayList<>();

    /** A command that every session of the tab gets, those that come later before their first script. */
    private record Setting(String method, Object... namesAndValues) {}

    Tab(DevTools tools, String context, String target) {
        this.tools = tools;
        this.context = context;
        this.target = target;
        this.session = tools.ask(DevTools.BROWSER, "Target.attachToTarget", "targetId", target, "flatten", true)
                .get("sessionId")
                .asText();
        this.page = new Document(tools, session);
        tools.listen(session, this::hear);
        tools.ask(session, "Page.enable");
        everywhere("Performance.enable", "timeDomain", "timeTicks");
        everywhere("Target.setAutoAttach", "autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true);
    }

    String context() {
        return context;
    }

    private void hear(String event, JsonNode told) {
        if (event.equals("Target.attachedToTarget")) {
            String frame = told.get("sessionId").asText();
            tools.listen(frame, this::hear);
            settings.forEach(setting -> tools.tell(frame, setting.method, setting.namesAndValues));
            tools.tell(frame, "Runtime.runIfWaitingForDebugger");
            if (told.at("/targetInfo/type").asText().equals("iframe")) {
                frames.add(frame);
            }
        } else if (event.equals("Target.detachedFromTarget")) {
            frames.remove(told.get("sessionId").asText());
        }
        ears.forEach(ear -> ear.accept(event, told));
    }

    private void everywhere(String method, Object... namesAndValues) {
        Setting setting = new Setting(method, namesAndValues);
        settings.add(setting);
        tools.ask(session, method, namesAndValues);
        frames.forEach(frame -> tools.ask(frame, method, namesAndValues));
    }

    /** Hears every event of the tab and of its frames from now on, on the line's thread. */
    public void listen(BiConsumer<String, JsonNode> ear) {
        ears.add(ear);
    }

    /** Tells of requests and sockets from now on. */
    public void tellOfNetwork() {
        everywhere("Network.enable");
    }

    /** Forgets what is cached of pages and scripts; cookies and stores stay. */
    public void clearCache() {
        tools.ask(session, "Network.clearBrowserCache");
    }

    /** Runs the script in every document of the tab from now on, before the document's own. */
    public void beforeEveryDocument(String script) {
        everywhere("Page.enable");
        everywhere("Page.addScriptToEvaluateOnNewDocument", "source", script);
    }

    /** Makes the processor as many times as slow. */
    public void slowProcessor(double times) {
        everywhere("Emulation.setCPUThrottlingRate", "rate", times);
    }

    /** Shapes the line. @param latencyMillis added to each round trip; @param bytesPerSecond each way, -1 for as they come */
    public void line(int latencyMillis, int bytesPerSecond) {
        everywhere(
                "Network.emulateNetworkConditions",
                "offline",
                false,
                "latency",
                latencyMillis,
                "downloadThroughput",
                bytesPerSecond,
                "uploadThroughput",
                bytesPerSecond);
    }

    /** Goes to the address and returns once the document has loaded. */
    public void go(URI address) throws TimeoutException {
        JsonNode gone = tools.ask(session, "Page.navigate", "url", address.toString());
        if (gone.has("errorText")) {
            throw new IllegalStateException(
                    address + ": " + gone.get("errorText").asText());
        }
        page.await("location.href !== 'about:blank' && document.readyState === 'complete'");
    }

    /** The page itself. */
    public Document page() {
        return page;
    }

    /** The first frame of another origin. @throws java.util.NoSuchElementException while there is none */
    public Document frame() {
        return new Document(tools, frames.iterator().next());
    }

    /** Whether a frame of another origin is there. */
    public boolean hasFrame() {
        return !frames.isEmpty();
    }

    /** Presses the mouse's button where this is, as a person would. */
    public void click(int x, int y) {
        mouse("mouseMoved", x, y);
        mouse("mousePressed", x, y);
        mouse("mouseReleased", x, y);
    }

    private void mouse(String type, int x, int y) {
        tools.ask(
                session,
                "Input.dispatchMouseEvent",
                "type",
                type,
                "x",
                x,
                "y",
                y,
                "button",
                type.equals("mouseMoved") ? "none" : "left",
                "clickCount",
                type.equals("mouseMoved") ? 0 : 1);
    }

    /** Clicks into the middle of the first element that the selector finds. */
    public void click(String selector) {
        JsonNode at = page.evaluate("(() => { const box = document.querySelector(" + Json.text(selector)
                + ").getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()");
        click(at.get(0).asInt(), at.get(1).asInt());
    }

    /** Presses and releases the key of a letter; it returns when the page has taken it. */
    public void press(char letter) {
        String text = String.valueOf(letter);
        tools.ask(session, "Input.dispatchKeyEvent", "type", "keyDown", "key", text, "text", text);
        tools.ask(session, "Input.dispatchKeyEvent", "type", "keyUp", "key", text);
    }

    /** Turns the wheel over a point, smoothly; returns when the gesture is over. @param by pixels, positive towards the end */
    public void scroll(int x, int y, int by, int pixelsPerSecond) {
        tools.ask(
                session,
                "Input.synthesizeScrollGesture",
                "x",
                x,
                "y",
                y,
                "yDistance",
                -by,
                "speed",
                pixelsPerSecond,
                "gestureSourceType",
                "mouse",
                "preventFling",
                true);
    }

    /** The page may believe that it has the focus although other windows are there. */
    public void focus() {
        tools.ask(session, "Emulation.setFocusEmulationEnabled", "enabled", true);
        toFront();
    }

    /** Brings the tab to the front of its window. */
    public void toFront() {
        tools.ask(DevTools.BROWSER, "Target.activateTarget", "targetId", target);
    }

    /** Closes the window, and forgets its person. */
    @Override
    public void close() {
        tools.ask(DevTools.BROWSER, "Target.disposeBrowserContext", "browserContextId", context);
    }
}
