package dev.parley.bench.routing;

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

    /** It is broken at that moment; what is told is worked out only where it is kept. @param ids of conversations and agents concerned */
    final void broken(long at, String what, long... ids) {
        findings.add(at, what, ids);
    }

    final Findings findings() {
        return findings;
    }
}
