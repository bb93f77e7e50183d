package dev.parley.web.socket;

/**
 * Who asks for a socket.
 *
 * @param address of the client; {@code unknown} outside of a handshake
 * @param origin of the page, null without a browser
 * @param own whether that page is Parley's
 */
record Knock(String address, String origin, boolean own) {
    static final Knock UNKNOWN = new Knock("unknown", null, false);
}
