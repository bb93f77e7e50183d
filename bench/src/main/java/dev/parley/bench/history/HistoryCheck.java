package dev.parley.bench.history;

import dev.parley.bench.history.Recorded.Ear;
import dev.parley.bench.history.Recorded.Row;
import dev.parley.bench.history.Recorded.Sent;
import dev.parley.bench.history.Recorded.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The promises of a conversation, each a rule over a whole history. A rule gives the places where it was broken. */
public final class HistoryCheck {
    private final Recorded recorded;
    private final Map<String, Sent> answers = new HashMap<>();
    private final Map<String, List<String>> broken = new LinkedHashMap<>();

    private HistoryCheck(Recorded recorded) {
        this.recorded = recorded;
        recorded.sent.forEach(answer -> answers.put(answer.clientId(), answer));
    }

    /** Every rule with the places where it is broken; an empty list is a promise kept. */
    public static Map<String, List<String>> of(Path history) throws IOException {
        HistoryCheck check = new HistoryCheck(Recorded.read(history));
        check.rule("every wish to send got its answer in the end", check.unanswered());
        check.rule("nothing acknowledged is lost", check.lost());
        check.rule("nothing is doubled", check.doubled());
        check.rule("nothing appears that was not sent", check.invented());
        check.rule("seq runs from 1 without a gap", check.gaps());
        check.rule("visitor and agent read the same", check.differences());
        check.rule("the same clientId gets the same answer", check.changedAnswers());
        check.rule("one client's messages keep their order", check.overtaken());
        check.rule("no socket hears an earlier seq after a later one", check.lateInsertions());
        check.rule("every client knows all in the end", check.unheard());
        check.rule("a visitor's first message opens one conversation", check.secondConversations());
        return Collections.unmodifiableMap(check.broken);
    }

    private void rule(String name, List<String> places) {
        broken.put(name, places);
    }

    private List<String> unanswered() {
        return recorded.wishes.keySet().stream()
                .filter(clientId -> !answers.containsKey(clientId))
                .toList();
    }

    private List<String> lost() {
        List<String> places = new ArrayList<>();
        for (Sent answer : recorded.sent) {
            Wish wish = recorded.wishes.get(answer.clientId());
            for (Map.Entry<String, List<Row>> view :
                    views(answer.conversation()).entrySet()) {
                boolean there = rowAt(view.getValue(), answer.seq())
                        .filter(row ->
                                row.id().equals(answer.id()) && row.text().equals(wish.text()))
                        .isPresent();
                if (!there) {
                    places.add(answer + " not in the view of " + view.getKey());
                }
            }
            if (views(answer.conversation()).isEmpty()) {
                places.add(answer + " in a conversation nobody can read");
            }
        }
        return places;
    }

    /** Histories are dense, so the row of a seq stands near its own index. */
    private static Optional<Row> rowAt(List<Row> rows, long seq) {
        int guess = (int) seq - 1;
        if (guess >= 0 && guess < rows.size() && rows.get(guess).seq() == seq) {
            return Optional.of(rows.get(guess));
        }
        return rows.stream().filter(row -> row.seq() == seq).findFirst();
    }

    private List<String> doubled() {
        List<String> places = new ArrayList<>();
        Map<String, Set<String>> readers = new HashMap<>();
        forEachText(row -> {
            if (!readers.computeIfAbsent(row.who(), key -> new HashSet<>()).add(row.text())) {
                places.add(row.toString());
            }
        });
        return places;
    }

    private List<String> invented() {
        Map<String, Wish> byText = new HashMap<>();
        recorded.wishes.values().forEach(wish -> byText.put(wish.text(), wish));
        List<String> places = new ArrayList<>();
        forEachText(row -> {
            Wish wish = byText.get(row.text());
            String author = wish == null ? "" : wish.who().startsWith("v") ? "visitor" : "agent";
            if (!author.equals(row.author())) {
                places.add(row.toString());
            }
        });
        return places;
    }

    private void forEachText(Consumer<Row> ear) {
        recorded.views
                .values()
                .forEach(view -> view.values()
                        .forEach(rows -> rows.stream()
                                .filter(row -> row.kind().equals("text"))
                                .forEach(ear)));
    }

    private List<String> gaps() {
        List<String> places = new ArrayList<>();
        recorded.views.forEach((conversation, view) -> view.forEach((who, rows) -> {
            long expected = 1;
            for (Row row : rows) {
                if (row.seq() != expected++) {
                    places.add(conversation + " as " + who + " reads it: " + row.seq() + " where " + (expected - 1)
                            + " belongs");
                    break;
                }
            }
        }));
        return places;
    }

    private List<String> differences() {
        List<String> places = new ArrayList<>();
        recorded.views.forEach((conversation, view) -> {
            List<List<String>> readings = view.values().stream()
                    .map(rows -> rows.stream().map(HistoryCheck::essence).toList())
                    .toList();
            if (readings.size() < 2 || !readings.stream().allMatch(readings.get(0)::equals)) {
                places.add(conversation + " as read by " + view.keySet());
            }
        });
        return places;
    }

    private static String essence(Row row) {
        return row.seq() + " " + row.id() + " " + row.kind() + " " + row.author() + " " + row.text();
    }

    private List<String> changedAnswers() {
        Map<String, String> first = new HashMap<>();
        List<String> places = new ArrayList<>();
        for (Sent answer : recorded.sent) {
            String essence = answer.conversation() + " " + answer.seq() + " " + answer.id();
            String before = first.putIfAbsent(answer.clientId(), essence);
            if (before != null && !before.equals(essence)) {
                places.add(answer + " but before " + before);
            }
        }
        return places;
    }

    private List<String> overtaken() {
        Map<Ear, Wish> last = new HashMap<>();
        List<String> places = new ArrayList<>();
        recorded.wishes.values().stream()
                .filter(wish -> answers.containsKey(wish.clientId()))
                .sorted(Comparator.comparingLong(
                        wish -> answers.get(wish.clientId()).seq()))
                .forEach(wish -> {
                    String conversation = answers.get(wish.clientId()).conversation();
                    Wish before = last.put(new Ear(wish.who(), 0, conversation), wish);
                    if (before != null && before.turn() >= wish.turn()) {
                        places.add(wish + " stands behind " + before);
                    }
                });
        return places;
    }

    private List<String> lateInsertions() {
        List<String> places = new ArrayList<>();
        recorded.heard.forEach((ear, seqs) -> {
            for (int i = 1; i < seqs.size(); i++) {
                if (seqs.get(i) <= seqs.get(i - 1)) {
                    places.add(ear + ": " + seqs.get(i) + " after " + seqs.get(i - 1));
                    break;
                }
            }
        });
        return places;
    }

    private List<String> unheard() {
        List<String> places = new ArrayList<>();
        recorded.known.forEach((ear, seqs) -> {
            Set<Long> missing = new TreeSet<>();
            views(ear.conversation()).values().stream()
                    .limit(1)
                    .forEach(rows -> rows.forEach(row -> missing.add(row.seq())));
            missing.removeAll(seqs);
            if (!missing.isEmpty()) {
                places.add(ear.who() + " never heard " + missing + " of " + ear.conversation());
            }
        });
        return places;
    }

    private List<String> secondConversations() {
        return recorded.listed.entrySet().stream()
                .filter(entry -> entry.getValue().size() != 1)
                .map(Object::toString)
                .toList();
    }

    private Map<String, List<Row>> views(String conversation) {
        return recorded.views.getOrDefault(conversation, Map.of());
    }
}
