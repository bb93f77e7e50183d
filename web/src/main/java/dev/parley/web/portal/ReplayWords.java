package dev.parley.web.portal;

import dev.parley.routing.OfferView.Named;
import dev.parley.routing.ReplayView;
import dev.parley.routing.ReplayView.Moved;
import dev.parley.routing.ReplayView.Share;
import dev.parley.routing.ReplayView.Totals;
import dev.parley.web.language.Words;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A replay as a person reads it. */
public record ReplayWords(ReplayView view, Words words) {
    private static final String NONE = "–";

    /** A figure as it was and as it would have been. */
    public record Line(String name, String fact, String other) {
        public String getName() {
            return name;
        }

        public String getFact() {
            return fact;
        }

        public String getOther() {
            return other;
        }

        public boolean isSame() {
            return fact.equals(other);
        }
    }

    /** A conversation that changed hands. */
    public record Row(
            String conversation,
            String visitor,
            String since,
            String fact,
            String factWait,
            String other,
            String otherWait) {
        public String getConversation() {
            return conversation;
        }

        public String getVisitor() {
            return visitor;
        }

        public String getSince() {
            return since;
        }

        public String getFact() {
            return fact;
        }

        public String getFactWait() {
            return factWait;
        }

        public String getOther() {
            return other;
        }

        public String getOtherWait() {
            return otherWait;
        }
    }

    /** Whether nobody came that day. */
    public boolean isQuiet() {
        return view.fact().came() == 0;
    }

    public List<Line> getLines() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("replay.median", of -> clock(of.median())));
        lines.add(line("replay.ninety", of -> clock(of.ninety())));
        lines.add(line("replay.longest", of -> clock(of.longest())));
        lines.add(line("replay.kept", this::kept));
        lines.add(line("replay.unanswered", of -> String.valueOf(of.unanswered())));
        lines.add(line("replay.missed", of -> String.valueOf(of.missed())));
        return List.copyOf(lines);
    }

    /** How many conversations each agent got, by name. */
    public List<Line> getShares() {
        Map<String, Integer> fact = shares(view.fact());
        Map<String, Integer> other = shares(view.other());
        Map<String, Line> lines = new TreeMap<>();
        for (var both : List.of(fact, other)) {
            both.keySet()
                    .forEach(name -> lines.put(
                            name,
                            new Line(
                                    name,
                                    String.valueOf(fact.getOrDefault(name, 0)),
                                    String.valueOf(other.getOrDefault(name, 0)))));
        }
        return List.copyOf(lines.values());
    }

    private Map<String, Integer> shares(Totals of) {
        Map<String, Integer> shares = new TreeMap<>();
        for (Share share : of.shares()) shares.merge(name(share.agent()), share.got(), Integer::sum);
        return shares;
    }

    private Line line(String key, Function<Totals, String> figure) {
        return new Line(words.say(key), figure.apply(view.fact()), figure.apply(view.other()));
    }

    private String kept(Totals of) {
        if (of.promised() == 0) return NONE;
        return words.say("replay.keptOf", of.kept(), of.promised(), 100 * of.kept() / of.promised());
    }

    public List<Row> getRows() {
        return view.moved().stream().map(this::row).toList();
    }

    private Row row(Moved one) {
        return new Row(
                one.conversation().id(),
                one.conversation().name() == null
                        ? words.say("why.visitor")
                        : one.conversation().name(),
                DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                        .withLocale(words.figures())
                        .withZone(view.zone())
                        .format(one.since()),
                one.factAgent() == null ? words.say("replay.nobody") : name(one.factAgent()),
                clock(one.factWait()),
                one.otherAgent() == null ? words.say("replay.nobody") : name(one.otherAgent()),
                clock(one.otherWait()));
    }

    /** "12 conversations came; with the rules of the day the replay gives 12 of them to the agent who had them." */
    public String getAlike() {
        return words.say("replay.alike", view.fact().came(), view.alike());
    }

    /** How many more changed hands than are shown; empty for none. */
    public String getMore() {
        return view.omitted() == 0 ? "" : words.say("replay.more", view.omitted());
    }

    public boolean isConnectionsKnown() {
        return view.connectionsKnown();
    }

    public String getZone() {
        return view.zone().getId();
    }

    private String name(Named agent) {
        return agent == null ? words.say("why.gone") : agent.name();
    }

    private static String clock(Duration time) {
        return time == null ? NONE : DecisionWords.clock(time);
    }
}
