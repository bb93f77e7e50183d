package dev.parley.web.socket;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;

/**
 * Checks who knocks before the socket opens. The containers accept any {@code Origin}; ours do not: an agent's socket takes own pages or
 * none, a visitor's takes any named page here and asks the visitor's site at hello. {@code null} is refused.
 */
public abstract class Handshake extends ServerEndpointConfig.Configurator {
    static final String ORIGIN = "parley.origin";
    static final String ADDRESS = "parley.address";

    /** For {@code /ws/visitor}. */
    public static final class OfVisitors extends Handshake {
        @Override
        boolean mayKnock(String origin) {
            return true;
        }
    }

    /** For {@code /ws/agent}. */
    public static final class OfAgents extends Handshake {
        @Override
        boolean mayKnock(String origin) {
            return Origins.isOwn(origin);
        }
    }

    abstract boolean mayKnock(String origin);

    @Override
    public boolean checkOrigin(String origin) {
        if (origin == null || origin.isEmpty()) return true;
        return !"null".equals(origin) && mayKnock(origin);
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        Map<String, Object> properties = config.getUserProperties();
        String origin = header(request, "Origin");
        if (origin == null) properties.remove(ORIGIN);
        else properties.put(ORIGIN, origin);
        properties.put(ADDRESS, KnockingAddress.current());
    }

    private static String header(HandshakeRequest request, String name) {
        for (var entry : request.getHeaders().entrySet()) {
            if (name.equalsIgnoreCase(entry.getKey())) {
                List<String> values = entry.getValue();
                return values == null || values.isEmpty() ? null : values.get(0);
            }
        }
        return null;
    }
}
