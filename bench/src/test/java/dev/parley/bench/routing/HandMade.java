package dev.parley.bench.routing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.client.Json;
import dev.parley.bench.routing.Commit.Change;
import dev.parley.bench.routing.Commit.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A history made by hand, in seconds from its begin: department 1 with the agents 11 and 12, who are available and connected, take two at once
 * and have no skills; whatever waits was begun by visitor 5.
 */
final class HandMade {
    static final long BEGIN = 1_700_000_000_000_000L;

    private final Hearing hearing = new Hearing();
    private final Judge judge = new Judge(hearing);
    private long now = BEGIN;

    HandMade() {
        List<Change> there = new ArrayList<>();
        there.add(there("department_routing", "[1, \"longest-idle\", 60, 120, 0, null, null]"));
        there.add(there("department_routing", "[2, \"ring-all\", 60, 120, 0, null, null]"));
        there.add(there("department_routing", "[3, \"longest-idle\", 20, 40, 10, \"billing:2\", null]"));
        there.add(there("site", "[4, \"en,de\", null]"));
        there.add(there("visitor", "[5, \"de\"]"));
        for (int agent : List.of(11, 12)) {
            there.add(there("account", "[" + agent + ", \"a" + agent + "\", null]"));
            there.add(there("department_member", "[1, " + agent + "]"));
            there.add(there("agent_presence", "[" + agent + ", \"available\", 2]"));
        }
        there.add(there("department_member", "[2, 11]"));
        there.add(there("department_member", "[2, 12]"));
        there.add(there("department_member", "[3, 12]"));
        judge.hear(new Commit(now, now, there));
        connect(11);
        connect(12);
    }

    private static Change there(String table, String row) {
        return new Change(table, Kind.THERE, Json.read(row));
    }

    /** Lets time pass. */
    HandMade after(double seconds) {
        now += Math.round(seconds * 1e6);
        return this;
    }

    /** Both agents still are there: what a node says every five seconds. */
    HandMade connect(int agent) {
        return commit(change("agent_lease", Kind.UPDATE, "[" + agent + ", \"n1\", 1, " + now + "]"));
    }

    HandMade presence(int agent, String status, int capacity) {
        return commit(presenceOf(agent, status, capacity));
    }

    static Change presenceOf(int agent, String status, int capacity) {
        return change("agent_presence", Kind.UPDATE, "[" + agent + ", \"" + status + "\", " + capacity + "]");
    }

    /** It waits in the department since so many seconds before the begin. */
    HandMade waits(int chat, int department, double sinceBefore) {
        return commit(chat(chat, department, "waiting", 0, sinceBefore, null));
    }

    HandMade held(int chat, int department, double sinceBefore, int agent) {
        return commit(chat(chat, department, "open", 0, sinceBefore, agent));
    }

    HandMade closed(int chat, int department, double sinceBefore) {
        return commit(chat(chat, department, "closed", 0, sinceBefore, null));
    }

    static Change chat(int chat, int department, String status, int priority, double sinceBefore, Integer agent) {
        long since = BEGIN - Math.round(sinceBefore * 1e6);
        return change(
                "conversation",
                Kind.UPDATE,
                "[" + chat + ", \"c" + chat + "\", " + department + ", 5, \"" + status + "\", " + priority + ", "
                        + since + ", " + agent + ", null, null, 4]");
    }

    HandMade offered(int offer, int chat, int agent) {
        return commit(made(offer, chat, agent, false));
    }

    Change made(int offer, int chat, int agent, boolean ring) {
        return change("offer", Kind.INSERT, offer(offer, chat, agent, "null, null", ring));
    }

    HandMade ended(int offer, int chat, int agent, String outcome) {
        return commit(end(offer, chat, agent, outcome));
    }

    Change end(int offer, int chat, int agent, String outcome) {
        return change("offer", Kind.UPDATE, offer(offer, chat, agent, now + ", \"" + outcome + "\"", false));
    }

    private String offer(int offer, int chat, int agent, String end, boolean ring) {
        return "[" + offer + ", " + chat + ", " + agent + ", " + (now + 5_000_000) + ", " + end + ", "
                + (ring ? agent : 0) + "]";
    }

    static Change change(String table, Kind kind, String row) {
        JsonNode columns = Json.read(row);
        return new Change(table, kind, columns);
    }

    /** One transaction, begun a millisecond before. */
    HandMade commit(Change... changes) {
        judge.hear(new Commit(now, now - 1_000, List.of(changes)));
        return this;
    }

    /** The agent had a socket from the begin on. */
    HandMade listens(int agent) {
        hearing.connected("a" + agent, BEGIN);
        return this;
    }

    HandMade stopsListening(int agent) {
        hearing.gone("a" + agent, now);
        return this;
    }

    HandMade isTold(int agent, int chat) {
        hearing.offered("a" + agent, "c" + chat, now);
        return this;
    }

    /** The promises that are broken. */
    List<String> broken() {
        judge.end();
        return judge.findings().stream()
                .filter(findings -> findings.count() > 0)
                .map(Findings::promise)
                .toList();
    }

    Judge judge() {
        return judge;
    }
}
