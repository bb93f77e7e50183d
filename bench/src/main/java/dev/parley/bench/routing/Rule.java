package dev.parley.bench.routing;

import java.util.List;

/** One promise of routing, looked after while the history goes by. */
abstract class Rule {
    private final Findings findings;

    Rule(String promise) {
        findings = new Findings(promise);
    }

    /** The desk is as it was before the commit. */
    void before(Desk desk, Commit commit) {}

    /** The desk is as the commit has left it. */
    void after(Desk desk, Commit commit) {}

    /** Nothing has happened for a while, and it is that late now. */
    void tick(Desk desk, long at) {}

    /** It is broken at that moment. @param chats keys of the conversations concerned @param agents keys of the agents concerned */
    final void broken(long at, String what, List<Long> chats, List<Long> agents) {
        findings.add(at, what, chats, agents);
    }

    final Findings findings() {
        return findings;
    }
}
