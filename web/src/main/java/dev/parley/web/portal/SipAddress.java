package dev.parley.web.portal;

import dev.parley.db.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** Where phones reach this node. It is asked from outside, by its own socket: what the settings say is not what runs. */
record SipAddress(String host, int port) {
    private static final int PATIENCE_MS = 500;

    /** Nothing where SIP is switched off. */
    static Optional<SipAddress> ofSettings() {
        int port = Settings.number("PARLEY_SIP_PORT", 5060);
        String bind = Settings.get("PARLEY_SIP_BIND", Settings.demo() ? "127.0.0.1" : "0.0.0.0");
        return port == 0 ? Optional.empty() : Optional.of(new SipAddress(bind, port));
    }

    /** Whether something takes a connection there within half a second. */
    boolean answers() {
        boolean everywhere = "0.0.0.0".equals(host) || "::".equals(host);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(everywhere ? "127.0.0.1" : host, port), PATIENCE_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String text() {
        return host + ":" + port;
    }
}
