package dev.parley.sip.container.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which algorithms are offered: both, the better first, except to those who have shown that they cannot use that.
 *
 * <p>By RFC 8760 a client takes the topmost challenge it understands. Older ones do not: sipp 3.6 looks at the topmost
 * only, baresip 1.0 gives up when any challenge is strange to it. So MD5 alone is offered to a client that names MD5
 * itself, or that came back within the hour without an answer to the challenge it was given, unless it has proven itself
 * with something better before. Remembers a bounded number of clients.
 */
final class AlgorithmChoice {
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final List<DigestAlgorithm> ALL = List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);
    private static final List<DigestAlgorithm> OLD = List.of(DigestAlgorithm.MD5);
    private static final Pattern NAMES_MD5 = Pattern.compile("(?is)digest\\s.*\\balgorithm\\s*=\\s*\"?MD5\\b.*");

    private final Clock clock;
    private final Map<String, Seen> clients;

    /** @param able whether the client has used the better algorithm. @param at when it was seen */
    private record Seen(boolean able, Instant at) {}

    AlgorithmChoice(Clock clock, int remembered) {
        this.clock = clock;
        this.clients = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
                return size() > remembered;
            }
        };
    }

    /**
     * What to offer to whoever is challenged now.
     *
     * @param client address and name
     * @param headers its Authorization headers
     */
    synchronized List<DigestAlgorithm> offer(String client, List<String> headers) {
        if (!headers.isEmpty()) {
            return headers.stream().anyMatch(h -> NAMES_MD5.matcher(h).matches()) ? OLD : ALL;
        }
        Instant now = clock.instant();
        Seen before = clients.get(client);
        boolean able = before != null && before.able();
        clients.put(client, new Seen(able, now));
        return before == null || able || !before.at().plus(MEMORY).isAfter(now) ? ALL : OLD;
    }

    /** The client has proven itself with this algorithm. */
    synchronized void proven(String client, DigestAlgorithm with) {
        Seen before = clients.get(client);
        boolean able = with != DigestAlgorithm.MD5 || before != null && before.able();
        clients.put(client, new Seen(able, clock.instant()));
    }
}
