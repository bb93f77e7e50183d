package dev.parley.web.portal;

import dev.parley.conversation.Priority;
import dev.parley.sla.TargetRules;
import dev.parley.sla.TargetTimes;
import dev.parley.web.language.Words;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a department promises, in its form: a row a priority, the most pressing first. What is empty is as for the normal one. */
public class TargetForm implements Serializable {
    private static final long serialVersionUID = 1;

    private List<Row> rows = new ArrayList<>();

    void fill(TargetRules rules, Words words) {
        rows = Stream.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW)
                .map(priority -> new Row(priority, words.say(key(priority)), rules.of(priority)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What is typed; null after the page has said what does not fit. */
    TargetRules rules(Administration administration) {
        Map<Priority, TargetTimes> each = new EnumMap<>(Priority.class);
        boolean fits = true;
        for (Row row : rows) {
            boolean rowFits = within(administration, row, "target.first", row.first)
                    & within(administration, row, "target.next", row.next)
                    & within(administration, row, "target.resolution", row.resolution);
            fits &= rowFits;
            if (rowFits)
                each.put(row.priority, new TargetTimes(number(row.first), number(row.next), number(row.resolution)));
        }
        return fits ? new TargetRules(each) : null;
    }

    private static boolean within(Administration administration, Row row, String measure, String typed) {
        if (typed == null) return true;
        if (typed.strip().matches("\\d{1,5}") && number(typed) >= 1 && number(typed) <= TargetTimes.MOST_MINUTES)
            return true;
        Words words = administration.words();
        administration.complain(
                "routing.notANumber", words.say(measure) + ", " + row.name, 1, TargetTimes.MOST_MINUTES);
        return false;
    }

    private static Integer number(String typed) {
        return typed == null ? null : Integer.valueOf(typed.strip());
    }

    /** The rules by the names of their fields, as a person reads them. */
    static Map<String, String> said(TargetRules rules, Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        for (Priority priority : Priority.values()) {
            String name = ", " + words.say(key(priority));
            TargetTimes times = rules.of(priority);
            said.put(words.say("target.first") + name, text(times.firstResponse()));
            said.put(words.say("target.next") + name, text(times.nextResponse()));
            said.put(words.say("target.resolution") + name, text(times.resolution()));
        }
        return said;
    }

    /** What was not touched here becomes theirs. */
    void giveWay(TargetRules read, TargetRules theirs) {
        for (Row row : rows) {
            TargetTimes before = read.of(row.priority);
            TargetTimes now = theirs.of(row.priority);
            row.first = merged(row.first, before.firstResponse(), now.firstResponse());
            row.next = merged(row.next, before.nextResponse(), now.nextResponse());
            row.resolution = merged(row.resolution, before.resolution(), now.resolution());
        }
    }

    private static String merged(String mine, Integer read, Integer theirs) {
        return Objects.equals(mine, text(read)) ? text(theirs) : mine;
    }

    private static String text(Integer minutes) {
        return minutes == null ? null : minutes.toString();
    }

    /** The key of a priority's name. */
    static String key(Priority priority) {
        return switch (priority) {
            case LOW -> "priority.low";
            case NORMAL -> "priority.normal";
            case HIGH -> "priority.high";
            case URGENT -> "priority.urgent";
        };
    }

    public List<Row> getRows() {
        return rows;
    }

    /** One priority; minutes as they are typed. */
    public static final class Row implements Serializable {
        private static final long serialVersionUID = 1;

        private final Priority priority;
        private final String name;
        private String first;
        private String next;
        private String resolution;

        private Row(Priority priority, String name, TargetTimes times) {
            this.priority = priority;
            this.name = name;
            first = text(times.firstResponse());
            next = text(times.nextResponse());
            resolution = text(times.resolution());
        }

        public String getName() {
            return name;
        }

        public String getFirst() {
            return first;
        }

        public void setFirst(String first) {
            this.first = first;
        }

        public String getNext() {
            return next;
        }

        public void setNext(String next) {
            this.next = next;
        }

        public String getResolution() {
            return resolution;
        }

        public void setResolution(String resolution) {
            this.resolution = resolution;
        }
    }
}
