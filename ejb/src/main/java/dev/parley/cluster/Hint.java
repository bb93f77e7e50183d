package dev.parley.cluster;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where to look in the database: keys, never what stands there. What a kind does not speak of is 0, or empty.
 *
 * @param company key
 * @param conversation key
 * @param person key of the account or visitor that it is about
 * @param former key of the account that had it before
 * @param department key
 * @param from key of the department where it was before
 * @param seq the row of the conversation in which it stands
 * @param word a public id or a word of ours, at most 64 of the characters of those
 */
public record Hint(
        HintKind kind,
        long company,
        long conversation,
        long person,
        long former,
        long department,
        long from,
        long seq,
        String word) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{0,64}");
    private static final int NUMBERS = 7;

    public Hint {
        Objects.requireNonNull(kind);
        if (!WORD.matcher(word).matches()) throw new IllegalArgumentException("no word for a hint");
    }

    /** About a company, so far. */
    public static Hint of(HintKind kind, long company) {
        return new Hint(kind, company, 0, 0, 0, 0, 0, 0, "");
    }

    public Hint conversation(long key) {
        return new Hint(kind, company, key, person, former, department, from, seq, word);
    }

    /** @param key null for nobody */
    public Hint person(Long key) {
        return new Hint(kind, company, conversation, key == null ? 0 : key, former, department, from, seq, word);
    }

    /** @param key null for nobody */
    public Hint former(Long key) {
        return new Hint(kind, company, conversation, person, key == null ? 0 : key, department, from, seq, word);
    }

    public Hint department(long key) {
        return new Hint(kind, company, conversation, person, former, key, from, seq, word);
    }

    public Hint from(long key) {
        return new Hint(kind, company, conversation, person, former, department, key, seq, word);
    }

    public Hint seq(long number) {
        return new Hint(kind, company, conversation, person, former, department, from, number, word);
    }

    public Hint word(String text) {
        return new Hint(kind, company, conversation, person, former, department, from, seq, text);
    }

    /** Of two hints that say the same of two moments the later one is enough: equal for both. */
    public Object about() {
        return switch (kind) {
            case MESSAGE, TYPING -> seq(0);
            default -> this;
        };
    }

    /** At most 250 characters, none of them a blank. */
    String text() {
        return Stream.concat(
                        Stream.of(kind.wire()),
                        Stream.concat(
                                Stream.of(company, conversation, person, former, department, from, seq)
                                        .map(n -> n == 0 ? "" : Long.toString(n)),
                                Stream.of(word)))
                .collect(Collectors.joining(":"));
    }

    /** Empty where it is none of this version. */
    static Optional<Hint> read(String text) {
        List<String> parts = List.of(text.split(":", -1));
        if (parts.size() != NUMBERS + 2) return Optional.empty();
        try {
            long[] numbers = parts.subList(1, NUMBERS + 1).stream()
                    .mapToLong(part -> part.isEmpty() ? 0 : Long.parseLong(part))
                    .toArray();
            String word = parts.get(NUMBERS + 1);
            return HintKind.of(parts.get(0))
                    .map(kind -> new Hint(
                            kind,
                            numbers[0],
                            numbers[1],
                            numbers[2],
                            numbers[3],
                            numbers[4],
                            numbers[5],
                            numbers[6],
                            word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
