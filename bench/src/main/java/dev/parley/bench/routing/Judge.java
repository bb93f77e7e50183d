package dev.parley.bench.routing;

import dev.parley.bench.routing.Commit.Change;
import dev.parley.bench.routing.Commit.Kind;
import dev.parley.bench.routing.Findings.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Walks a history commit by commit and asks every rule before and after each. Between two commits it looks every tenth of a second, since some
 * things change by the clock alone. Keeps the last while of the history, for an excerpt where a rule is broken.
 */
final class Judge {
    static final long TICK = 100_000;
    private static final int REMEMBERED = 4_000;
    private static final int EXCERPT = 40;
    private static final Set<String> UNTOLD = Set.of("visitor", "site", "department");

    final LoadRule load = new LoadRule();
    final WaitRule waits = new WaitRule();
    final OrderRule order = new OrderRule(true);
    final OrderRule urgency = new OrderRule(false);
    final PlaceRule places = new PlaceRule();
    final LossRule losses = new LossRule();
    final Deliveries deliveries;
    final Course course = new Course();

    private final List<Rule> rules;
    private final Desk desk = new Desk();
    private final Deque<Past> lately = new ArrayDeque<>();
    private final List<String> excerpts = new ArrayList<>();
    private long now;
    private long counted;
    private long commits;
    private long changes;

    /** One change that went by. */
    private record Past(Commit commit, Change change) {
        boolean concerns(Finding finding) {
            return switch (change.table()) {
                case "conversation" -> finding.chats().contains(change.key(0));
                case "offer" ->
                    finding.chats().contains(change.key(1)) || finding.agents().contains(change.key(2));
                case "department_member" -> finding.agents().contains(change.key(1));
                case "department_routing" -> true;
                default -> finding.agents().contains(change.key(0));
            };
        }

        @Override
        public String toString() {
            return commit.at() + " (begun " + commit.begun() + ") " + change;
        }
    }

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
        course.commit(commit);
        course.broken(now, count() - counted);
        course.unasked(now, waits.longestNow(now));
        counted = count();
        if (found() > known) {
            excerpt();
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

    private long count() {
        return rules.stream().mapToLong(rule -> rule.findings().count()).sum();
    }

    private long found() {
        return rules.stream().mapToLong(rule -> rule.findings().told().size()).sum();
    }

    private void remember(Commit commit) {
        for (Change change : commit.changes()) {
            if (change.kind() == Kind.THERE || UNTOLD.contains(change.table())) {
                continue;
            }
            lately.addLast(new Past(commit, change));
            if (lately.size() > REMEMBERED) {
                lately.removeFirst();
            }
        }
    }

    private void excerpt() {
        long seen = 0;
        for (Rule rule : rules) {
            for (Finding finding : rule.findings().told()) {
                boolean fresh = finding.at() == now && excerpts.size() < 20;
                if (fresh && seen++ < 3) {
                    excerpts.add(rule.findings().promise() + ": " + finding.what() + "\n" + concerning(finding));
                }
            }
        }
    }

    private String concerning(Finding finding) {
        List<String> lines = lately.stream()
                .filter(past -> past.concerns(finding))
                .map(Past::toString)
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - EXCERPT), lines.size()));
    }
}
