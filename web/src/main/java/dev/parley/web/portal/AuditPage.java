package dev.parley.web.portal;

import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditView;
import dev.parley.shared.Invalid;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who changed what. The address holds what is looked for, so that it can be kept and sent on. */
@Named
@RequestScoped
public class AuditPage {
    private static final int A_PAGE = 25;
    private static final List<Integer> DAYS = List.of(1, 7, 30, 90, 365);

    @Inject
    private Administration administration;

    @Inject
    private AuditLog log;

    @Inject
    private Clock clock;

    private String agent;
    private String kind;
    private String word;
    private String days;
    private String cursor;
    private long found;
    private String next;
    private List<Line> lines = List.of();

    /** A change as the page shows it. */
    public record Line(
            String when, String who, String kind, String what, List<String> before, List<String> after, String from) {
        public String getWhen() {
            return when;
        }

        public String getWho() {
            return who;
        }

        public String getKind() {
            return kind;
        }

        public String getWhat() {
            return what;
        }

        public List<String> getBefore() {
            return before;
        }

        public List<String> getAfter() {
            return after;
        }

        public String getFrom() {
            return from;
        }
    }

    /** Something to choose. */
    public record Choice(String value, String name, boolean chosen) {
        public String getValue() {
            return value;
        }

        public String getName() {
            return name;
        }

        public boolean isChosen() {
            return chosen;
        }
    }

    /** Looks for what the address asks; what is no question gets an answer in words. */
    public void search() {
        try {
            AuditFilter filter = filter();
            var page = log.search(administration.caller(), filter, blank(cursor), A_PAGE);
            found = log.count(administration.caller(), filter);
            next = page.next();
            lines = page.items().stream().map(this::line).toList();
        } catch (Invalid e) {
            administration.complain("audit.unfit");
        }
    }

    private AuditFilter filter() {
        Instant from = number() == 0 ? null : clock.instant().minus(Duration.ofDays(number()));
        return new AuditFilter(blank(agent), blank(kind) == null ? null : AuditKind.of(kind), blank(word), from, null);
    }

    private int number() {
        return DAYS.stream().filter(d -> d.toString().equals(days)).findFirst().orElse(0);
    }

    private Line line(AuditView v) {
        var words = administration.words();
        boolean list = v.subject().equals(v.subjectName());
        return new Line(
                administration.moment(v.at()),
                v.actorName(),
                words.say(AuditWords.key(v.kind())),
                list ? "" : AuditedHours.named(v, words),
                AuditWords.lines(v.before(), v.kind(), words),
                AuditWords.lines(v.after(), v.kind(), words),
                v.address() == null ? "" : v.address());
    }

    public List<Choice> getPeople() {
        return log.actors(administration.caller()).stream()
                .map(a -> new Choice(a.id(), a.name(), a.id().equals(agent)))
                .toList();
    }

    public List<Choice> getKinds() {
        return Arrays.stream(AuditKind.values())
                .map(k -> new Choice(
                        k.wire(),
                        administration.words().say(AuditWords.key(k)),
                        k.wire().equals(kind)))
                .toList();
    }

    public List<Choice> getTimes() {
        return DAYS.stream()
                .map(d -> new Choice(
                        d.toString(),
                        administration.words().say("audit.days", d),
                        d.toString().equals(days)))
                .toList();
    }

    /** The question as it stands in an address; empty or with a leading {@code &}. */
    public String getQuery() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("agent", blank(agent));
        asked.put("kind", blank(kind));
        asked.put("q", blank(word));
        asked.put("days", blank(days));
        return text(asked);
    }

    /** The same for the export, which knows moments instead of days. */
    public String getExport() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("agent", blank(agent));
        asked.put("kind", blank(kind));
        asked.put("q", blank(word));
        asked.put(
                "from",
                number() == 0
                        ? null
                        : clock.instant().minus(Duration.ofDays(number())).toString());
        return text(asked);
    }

    private static String text(Map<String, String> asked) {
        return asked.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .map(e -> "&" + e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public List<Line> getLines() {
        return lines;
    }

    /** "1,204 changes". */
    public String getFound() {
        return administration.words().say("audit.found", found);
    }

    /** The cursor of what is older, or null. */
    public String getNext() {
        return next;
    }

    public boolean isLater() {
        return blank(cursor) != null;
    }

    public String getAgent() {
        return agent;
    }

    public void setAgent(String agent) {
        this.agent = agent;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getWord() {
        return word;
    }

    public void setWord(String word) {
        this.word = word;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }

    public String getCursor() {
        return cursor;
    }

    public void setCursor(String cursor) {
        this.cursor = cursor;
    }
}
