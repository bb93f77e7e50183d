package dev.parley.web.socket;

import jakarta.websocket.server.ServerEndpoint;

/** {@code /ws/agent}: the console. */
@ServerEndpoint(value = "/ws/agent", subprotocols = "parley.v1", configurator = Handshake.OfAgents.class)
public class AgentEndpoint extends Endpoint {
    @Override
    boolean forAgents() {
        return true;
    }
}
