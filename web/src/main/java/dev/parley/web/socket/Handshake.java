package dev.parley.web.socket;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Checks who knocks before the socket opens. The containers accept any {@code Origin}; ours do not: an agent's socket takes own pages or
 * none, a visitor's takes any named page here and asks the visitor's site at hello. {@code null} is refused. Public, as the container makes
 * the configurators.
 */
public abstract class Handshake extends ServerEndpointConfig.Configurator {
    static final String KNOCK = "parley.knock";

    /** For {@code /ws/visitor}. */
    public static final class OfVisitors extends Handshake {
        @Override
        boolean mayKnock(Knock knock) {
            return true;
        }
    }

    /** For {@code /ws/agent}. */
    public static final class OfAgents extends Handshake {
        @Override
        boolean mayKnock(Knock knock) {
            return knock.own();
        }
    }

    abstract boolean mayKnock(Knock knock);

    @Override
    public boolean checkOrigin(String origin) {
        if (origin == null || origin.isEmpty()) return true;
        return !"null".equals(origin) && mayKnock(KnockFilter.current());
    }

    /** Without the containers' injection, see {@link Endpoint}. */
    @Override
    public <T> T getEndpointInstance(Class<T> endpoint) throws InstantiationException {
        try {
            return endpoint.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw (InstantiationException) new InstantiationException(endpoint.getName()).initCause(e);
        }
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().put(KNOCK, KnockFilter.current());
    }
}
