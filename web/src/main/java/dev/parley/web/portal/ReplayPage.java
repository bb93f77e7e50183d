package dev.parley.web.portal;

import dev.parley.company.DepartmentDetails;
import dev.parley.company.DepartmentSettings;
import dev.parley.routing.DepartmentRules;
import dev.parley.routing.ReplayDraft;
import dev.parley.routing.ReplayView;
import dev.parley.routing.Replays;
import dev.parley.routing.RoutingDraft;
import dev.parley.routing.SkillSet;
import dev.parley.routing.Strategy;
import dev.parley.routing.TooMuchToReplay;
import dev.parley.shared.DeskException;
import dev.parley.web.language.Words;
import dev.parley.web.portal.AuditPage.Choice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** A past day of a department under another policy, beside what it was. All that is asked stands in the address. */
@Named
@RequestScoped
public class ReplayPage {
    @Inject
    private Administration administration;

    @Inject
    private DepartmentSettings departments;

    @Inject
    private DepartmentRules rules;

    @Inject
    private Replays replays;

    private String department;
    private String day;
    private String capacity;
    private final RoutingForm policy = new RoutingForm();
    private List<DepartmentDetails> known = List.of();
    private ReplayWords result;

    /** Reads what the address names, and replays the day if it names one. */
    public void open() {
        var caller = administration.caller();
        known = departments.all(caller).stream().filter(d -> !d.archived()).toList();
        if (department == null && !known.isEmpty()) department = known.get(0).id();
        if (department == null) return;
        RoutingDraft now = administration.orNoSuchPage(() -> rules.of(caller, department));
        if (now == null) return;
        if (policy.getStrategy() == null) fill(now);
        if (day == null) day = replays.latest(caller).toString();
        else replay();
    }

    private void fill(RoutingDraft now) {
        policy.fill(now);
        if (now.strategy() == Strategy.MANUAL) policy.setStrategy(Strategy.LONGEST_IDLE.wire());
    }

    private void replay() {
        RoutingDraft asked = policy.draft(administration, SkillSet.NONE);
        LocalDate date = date();
        if (asked == null || date == null || !fits()) return;
        try {
            Integer held = capacity == null ? null : Integer.valueOf(capacity.strip());
            ReplayView view = replays.replay(administration.caller(), department, new ReplayDraft(date, asked, held));
            result = new ReplayWords(view, administration.words());
        } catch (TooMuchToReplay e) {
            administration.complain("replay.tooMuch", Replays.MOST_EVENTS);
        } catch (DeskException e) {
            administration.complain("replay.unfit", Replays.MOST_DAYS);
        }
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            administration.complain("replay.unfit", Replays.MOST_DAYS);
            return null;
        }
    }

    private boolean fits() {
        if (capacity == null || capacity.strip().matches("[1-9]\\d?|100")) return true;
        administration.complain("routing.notANumber", administration.words().say("replay.capacity"), 1, 100);
        return false;
    }

    /** What came of it; null where nothing was asked. */
    public ReplayWords getResult() {
        return result;
    }

    public List<Choice> getDepartments() {
        return known.stream()
                .map(d -> new Choice(d.id(), d.name(), d.id().equals(department)))
                .toList();
    }

    /** Those of which can be told what would have been: not by hand. */
    public List<Choice> getStrategies() {
        Words words = administration.words();
        return RoutingForm.strategies(words).stream()
                .filter(each -> !each.value().equals(Strategy.MANUAL.wire()))
                .map(each -> new Choice(each.value(), each.name(), each.value().equals(policy.getStrategy())))
                .toList();
    }

    /** The last day that can be chosen. */
    public String getLatest() {
        return replays.latest(administration.caller()).toString();
    }

    /** The first day that can be chosen. */
    public String getEarliest() {
        return replays.latest(administration.caller())
                .minusDays(Replays.MOST_DAYS - 1)
                .toString();
    }

    public RoutingForm getPolicy() {
        return policy;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = typed(department);
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = typed(day);
    }

    public String getCapacity() {
        return capacity;
    }

    public void setCapacity(String capacity) {
        this.capacity = typed(capacity);
    }

    private static String typed(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
