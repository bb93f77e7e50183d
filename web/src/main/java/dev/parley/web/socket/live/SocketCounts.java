package dev.parley.web.socket.live;

import dev.parley.db.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many sockets an address and a visitor hold on this node: at most 200 and 10. {@code PARLEY_RATE_LIMIT=off} lifts both in a demo. */
@ApplicationScoped
public class SocketCounts {
    private static final int PER_ADDRESS = 200;
    private static final int PER_VISITOR = 10;

    private final boolean lifted = Settings.demo() && "off".equals(Settings.get("PARLEY_RATE_LIMIT", "on"));
    private final Map<String, Integer> addresses = new ConcurrentHashMap<>();
    private final Map<String, Integer> visitors = new ConcurrentHashMap<>();

    /** Whether limits do not hold here. */
    public boolean isLifted() {
        return lifted;
    }

    /** Counts a socket; false where it is one too many. Give it back in any case. */
    public boolean admitAddress(String address) {
        return addresses.merge(address, 1, Integer::sum) <= PER_ADDRESS || lifted;
    }

    public void releaseAddress(String address) {
        addresses.computeIfPresent(address, (a, n) -> n == 1 ? null : n - 1);
    }

    boolean admitVisitor(String visitor) {
        return visitors.merge(visitor, 1, Integer::sum) <= PER_VISITOR || lifted;
    }

    void releaseVisitor(String visitor) {
        visitors.computeIfPresent(visitor, (v, n) -> n == 1 ? null : n - 1);
    }
}
