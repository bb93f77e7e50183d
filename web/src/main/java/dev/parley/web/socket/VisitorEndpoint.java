package dev.parley.web.socket;

import jakarta.websocket.server.ServerEndpoint;

/** {@code /ws/visitor}: the widget and the full page. */
@ServerEndpoint(value = "/ws/visitor", subprotocols = "parley.v1", configurator = Handshake.OfVisitors.class)
public class VisitorEndpoint extends Endpoint {
    @Override
    boolean forAgents() {
        return false;
    }
}
