package dev.parley.bench.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Walks a history commit by commit and asks every rule before and after each. Between two commits it looks every tenth of a second, since some
 * things change by the clock alone. Keeps the last while of the history, for an excerpt where a rule is broken.
 */
final class Judge {
    static final long TICK = 100_000;
    private static final int REMEMBERED = 4_000;
    private static final int EXCERPT = 40;

    final LoadRule load = new LoadRule();
    final WaitRule waits = new WaitRule();
    final OrderRule order = new OrderRule(true);
    final OrderRule urgency = new OrderRule(false);
    final PlaceRule places = new PlaceRule();
    final LossRule losses = new LossRule();
    final Deliveries deliveries;

    private final List<Rule> rules;
    private final Desk desk = new Desk();
    private final Deque<String> lately = new ArrayDeque<>();
    private final List<String> excerpts = new ArrayList<>();
    private long now;
    private long commits;
    private long changes;

    Judge(Hearing hearing) {
        deliveries = new Deliveries(hearing);
        rules = List.of(
                load,
                waits,
                order,
                urgency,
                places,
                new OfferRule(),
                new AskedRule(),
                new OwnerRule(),
                losses,
                deliveries);
    }

    /** The next commit. */
    void hear(Commit commit) {
        while (now != 0 && now + TICK < commit.at()) {
            now += TICK;
            rules.forEach(rule -> rule.tick(desk, now));
        }
        now = Math.max(now, commit.at());
        commits++;
        changes += commit.changes().size();
        long known = found();
        rules.forEach(rule -> rule.before(desk, commit));
        desk.apply(commit);
        rules.forEach(rule -> rule.after(desk, commit));
        remember(commit);
        if (found() > known) {
            excerpt(known);
        }
    }

    /** No commit comes any more. */
    void end() {
        deliveries.end(now);
    }

    /** Each promise with where it was broken. */
    List<Findings> findings() {
        return rules.stream().map(Rule::findings).toList();
    }

    /** What happened just before the first breaks, as far as it concerns whom they concern. */
    List<String> excerpts() {
        return List.copyOf(excerpts);
    }

    long commits() {
        return commits;
    }

    long changes() {
        return changes;
    }

    private long found() {
        return rules.stream().mapToLong(rule -> rule.findings().told().size()).sum();
    }

    private void remember(Commit commit) {
        for (Commit.Change change : commit.changes()) {
            if (change.kind() == Commit.Kind.THERE || change.table().equals("visitor")) {
                continue;
            }
            lately.addLast(commit.at() + " (begun " + commit.begun() + ") " + change);
            if (lately.size() > REMEMBERED) {
                lately.removeFirst();
            }
        }
    }

    private void excerpt(long known) {
        long seen = 0;
        for (Rule rule : rules) {
            for (Findings.Finding finding : rule.findings().told()) {
                boolean fresh = finding.at() == now && excerpts.size() < 20;
                if (fresh && seen++ < 3) {
                    excerpts.add(rule.findings().promise() + ": " + finding.what() + "\n" + concerning(finding));
                }
            }
        }
    }

    private String concerning(Findings.Finding finding) {
        List<String> lines = lately.stream()
                .filter(line -> finding.ids().stream()
                        .anyMatch(id -> line.contains("[" + id + ",") || line.contains(" " + id + ",")))
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - EXCERPT), lines.size()));
    }
}
