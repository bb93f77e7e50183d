package dev.parley.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;

/**
 * The sockets of one person's page, which a test can cut and mend as a bad network does. Only for who needs it: Playwright 1.49 falls over
 * a socket that its page closes without a reason.
 */
final class Wire {
    /** With a reason: see above. */
    private static final WebSocketRoute.CloseOptions LOST =
            new WebSocketRoute.CloseOptions().setCode(3000).setReason("the line is lost");

    private final List<WebSocketRoute> lines = new ArrayList<>();
    private boolean cut;

    /** Before the page is opened. @param path of the sockets, such as {@code /ws/visitor} */
    Wire(Page page, String path) {
        page.routeWebSocket(address -> address.contains(path), line -> {
            if (cut) {
                line.close(LOST);
            } else {
                line.connectToServer();
                lines.add(line);
            }
        });
    }

    /** Every line breaks, and no new one comes about. */
    void cut() {
        cut = true;
        lines.forEach(line -> line.close(LOST));
        lines.clear();
    }

    void mend() {
        cut = false;
    }
}
