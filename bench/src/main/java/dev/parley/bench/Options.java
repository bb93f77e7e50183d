package dev.parley.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The options of one run, {@code --name value} or {@code --name} alone for yes. */
public final class Options {
    private final Map<String, String> given;
    private final Set<String> known = new TreeSet<>();

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /** @throws IllegalArgumentException if something stands there that is no option */
    public static Options of(List<String> arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (!name.startsWith("--")) {
                throw new IllegalArgumentException("not an option: " + name);
            }
            boolean alone = i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--");
            given.put(name.substring(2), alone ? "yes" : arguments.get(++i));
        }
        return new Options(given);
    }

    /** The same options with others set, for a program that runs another. */
    public Options with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(given);
        more.put(name, String.valueOf(value));
        return new Options(more);
    }

    public String text(String name, String otherwise) {
        known.add(name);
        return given.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    public boolean flag(String name) {
        return text(name, "no").equals("yes");
    }

    /** The seed of all chance in this run: the one given, or a new one, which the report prints. */
    public long seed() {
        return Long.parseLong(text("seed", Long.toString(CHOSEN)));
    }

    private static final long CHOSEN = System.nanoTime() & 0xFFFFFF;

    /** Where the built Parley stands, with its {@code run}. */
    public Path home() {
        return Path.of(text("home", System.getProperty("parley.home", ".")))
                .toAbsolutePath()
                .normalize();
    }

    /** @throws IllegalArgumentException if an option was given that the program did not ask for */
    public void refuseOthers() {
        Set<String> others = new TreeSet<>(given.keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("unknown options " + others + "; known are " + known);
        }
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        given.forEach((name, value) -> line.append(" --").append(name).append(value.equals("yes") ? "" : " " + value));
        return line.toString();
    }
}
