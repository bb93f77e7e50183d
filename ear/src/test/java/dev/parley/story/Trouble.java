package dev.parley.story;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What it takes to be in trouble with a network. */
final class Trouble {
    private static final int BIG = 3_000_000;

    private Trouble() {}

    /** More of a document than a line carries that gets stuck. */
    static FilePayload bigFile(String name) {
        byte[] content = new byte[BIG];
        Arrays.fill(content, (byte) ' ');
        byte[] start = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, content, 0, start.length);
        return new FilePayload(name, "application/pdf", content);
    }

    /** The browser notices that there is a network again, and says so to the page. */
    static void isOver(Frame document) {
        document.evaluate("() => void dispatchEvent(new Event('online'))");
    }
}
