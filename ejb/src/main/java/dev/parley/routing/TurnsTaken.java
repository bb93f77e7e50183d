package dev.parley.routing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What is known of the past, and the turns of round robins that were taken since. */
final class TurnsTaken implements Background {
    /** Above whatever the database has counted to. */
    private static final long FIRST = Long.MAX_VALUE / 2;

    private record Turn(long department, long agent) {}

    private final Background past;
    private final Map<Turn, Long> taken = new HashMap<>();
    private long last = FIRST;

    TurnsTaken(Background past) {
        this.past = past;
    }

    void take(long department, long agent) {
        taken.put(new Turn(department, agent), ++last);
    }

    @Override
    public Set<Long> members(long departmentId) {
        return past.members(departmentId);
    }

    @Override
    public Refusals refusals(long conversationId, long accountId) {
        return past.refusals(conversationId, accountId);
    }

    @Override
    public long lastTurn(long departmentId, long accountId) {
        Long turn = taken.get(new Turn(departmentId, accountId));
        return turn == null ? past.lastTurn(departmentId, accountId) : turn;
    }

    @Override
    public Long lastAgent(long conversationId) {
        return past.lastAgent(conversationId);
    }
}
