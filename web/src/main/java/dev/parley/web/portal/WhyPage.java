package dev.parley.web.portal;

import dev.parley.company.Departments;
import dev.parley.routing.DecisionView;
import dev.parley.routing.DecisionView.CandidateLine;
import dev.parley.routing.Decisions;
import dev.parley.routing.RecentDecision;
import dev.parley.shared.Caller;
import dev.parley.shared.Permission;
import dev.parley.shared.PublicIds;
import dev.parley.web.portal.AuditPage.Choice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** Why this agent, why nobody: the newest decisions, and all of the conversation that the address names. */
@Named
@RequestScoped
public class WhyPage {
    @Inject
    private Administration administration;

    @Inject
    private Decisions decisions;

    @Inject
    private Departments departments;

    private String department;
    private String conversation;
    private List<Line> lines = List.of();
    private List<Card> cards = List.of();

    /** A decision in the list. */
    public record Line(
            String conversation,
            String when,
            String visitor,
            String department,
            String result,
            String outcome,
            boolean nobody,
            boolean here) {
        public String getConversation() {
            return conversation;
        }

        public String getWhen() {
            return when;
        }

        public String getVisitor() {
            return visitor;
        }

        public String getDepartment() {
            return department;
        }

        public String getResult() {
            return result;
        }

        public String getOutcome() {
            return outcome;
        }

        public boolean isNobody() {
            return nobody;
        }

        public boolean isHere() {
            return here;
        }
    }

    /** A decision with everybody who was looked at. */
    public record Card(
            String when, String waited, String sentence, String policy, String demand, String more, List<Row> rows) {
        public String getWhen() {
            return when;
        }

        public String getWaited() {
            return waited;
        }

        public String getSentence() {
            return sentence;
        }

        public String getPolicy() {
            return policy;
        }

        public String getDemand() {
            return demand;
        }

        /** How many more were looked at; empty for none. */
        public String getMore() {
            return more;
        }

        public List<Row> getRows() {
            return rows;
        }
    }

    /** An agent in a decision. {@code code} is what an integrator would read of it. */
    public record Row(
            String rank, String name, String chats, String idle, String verdict, String code, boolean chosen) {
        public String getRank() {
            return rank;
        }

        public String getName() {
            return name;
        }

        public String getChats() {
            return chats;
        }

        public String getIdle() {
            return idle;
        }

        public String getVerdict() {
            return verdict;
        }

        public String getCode() {
            return code;
        }

        public boolean isChosen() {
            return chosen;
        }
    }

    /** Reads what the address names. */
    public void open() {
        Caller caller = administration.caller();
        String only = department == null || department.isBlank() ? null : department;
        List<RecentDecision> recent = administration.orNoSuchPage(() -> decisions.recent(caller, only));
        if (recent == null) return;
        lines = recent.stream().map(this::line).toList();
        String asked = conversation == null || conversation.isBlank() ? null : conversation;
        if (asked == null) return;
        List<DecisionView> views =
                administration.orNoSuchPage(() -> decisions.of(caller, PublicIds.plausible(asked) ? asked : "-"));
        if (views != null) cards = views.stream().map(this::card).toList();
    }

    private DecisionWords words() {
        return new DecisionWords(administration.words());
    }

    private String result(RecentDecision d, DecisionWords words) {
        if (d.onTo() != null) return administration.words().say("why.short.onward", d.onTo());
        if (d.reason() != null) return words.nobodyShort(d.reason());
        if (d.asked().size() > 1)
            return administration.words().say("why.many", d.asked().size());
        return d.asked().stream().map(words::name).findFirst().orElse("");
    }

    private Line line(RecentDecision d) {
        DecisionWords words = words();
        boolean nobody = d.reason() != null;
        String result = result(d, words);
        return new Line(
                d.conversation(),
                administration.moment(d.at()),
                d.visitor() == null ? administration.words().say("why.visitor") : d.visitor(),
                d.department(),
                result,
                nobody || d.asked().size() != 1 ? "" : words.outcome(d.outcome()),
                nobody,
                d.conversation().equals(conversation));
    }

    private Card card(DecisionView d) {
        DecisionWords words = words();
        List<Row> rows = new ArrayList<>();
        d.candidates().forEach(c -> rows.add(row(c, words)));
        d.absent()
                .forEach(a -> rows.add(
                        new Row("–", words.name(a.agent()), "–", "–", words.absent(a.reason()), a.reason(), false)));
        return new Card(
                administration.moment(d.at()),
                administration.words().say("why.waited", DecisionWords.clock(d.waited())),
                words.sentence(d),
                words.policy(d.policy()),
                words.demand(d),
                d.omitted() == 0 ? "" : administration.words().say("why.more", d.omitted()),
                List.copyOf(rows));
    }

    private Row row(CandidateLine c, DecisionWords words) {
        String verdict = c.chosen()
                ? words.outcome(c.outcome())
                : c.excluded() == null ? administration.words().say("why.later") : words.excluded(c.excluded());
        String code = c.chosen() ? c.outcome() : c.excluded();
        return new Row(
                c.rank() == 0 ? "–" : String.valueOf(c.rank()),
                words.name(c.agent()),
                c.inHand() + c.offered() + "/" + c.capacity(),
                DecisionWords.clock(c.idle()),
                verdict,
                code == null ? "" : code,
                c.chosen());
    }

    public List<Choice> getDepartments() {
        return departments
                .of(administration
                        .caller()
                        .require(Permission.SEE_ALL_CONVERSATIONS)
                        .companyId())
                .stream()
                .map(d -> new Choice(d.publicId(), d.name(), d.publicId().equals(department)))
                .toList();
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<Card> getCards() {
        return cards;
    }

    /** Whether the address names a conversation. */
    public boolean isOfOne() {
        return conversation != null && !conversation.isBlank();
    }

    /** The department as it stands in an address; empty or with a leading {@code &}. */
    public String getQuery() {
        return PublicIds.plausible(department) ? "&department=" + department : "";
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getConversation() {
        return conversation;
    }

    public void setConversation(String conversation) {
        this.conversation = conversation;
    }
}
