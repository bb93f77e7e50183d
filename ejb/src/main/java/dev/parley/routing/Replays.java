package dev.parley.routing;

import dev.parley.hours.Hours;
import dev.parley.hours.HoursLevel;
import dev.parley.routing.OfferView.Named;
import dev.parley.routing.ReplayView.Share;
import dev.parley.routing.persistence.DecisionBook;
import dev.parley.routing.persistence.People;
import dev.parley.routing.replay.Comparison;
import dev.parley.routing.replay.Comparison.Moved;
import dev.parley.routing.replay.RecordedDay;
import dev.parley.routing.replay.ReplayPolicy;
import dev.parley.routing.replay.RoutingReplay;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What a past day would have been like, had a department routed otherwise. The company's whole day is replayed, since agents serve several
 * departments; told is what became of the department's. Nothing is changed by it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Replays {
    /** So many things may have happened on the day. */
    public static final int MOST_EVENTS = 20_000;

    /** So far back. */
    public static final int MOST_DAYS = 31;

    @Inject
    RecordedDays days;

    @Inject
    People people;

    @Inject
    DecisionBook book;

    @Inject
    Hours hours;

    @Inject
    OwnTransaction transaction;

    @Inject
    Clock clock;

    /** The last day that can be replayed, in the company's time zone. */
    public LocalDate latest(Caller caller) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        return clock.instant().atZone(zone(me.companyId())).toLocalDate().minusDays(1);
    }

    /**
     * Replays a day.
     *
     * @param department public id
     * @throws NotFound if the company has no such department
     * @throws Invalid if the day is not over, or more than {@value #MOST_DAYS} days ago
     * @throws TooMuchToReplay if more than {@value #MOST_EVENTS} things happened on it
     */
    public ReplayView replay(Caller caller, String department, ReplayDraft draft) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        long company = me.companyId();
        long key =
                people.department(company, department).orElseThrow(() -> new NotFound("There is no such department."));
        ZoneId zone = zone(company);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        if (!draft.day().isBefore(today)) throw new Invalid("The day is not over yet.");
        if (draft.day().isBefore(today.minusDays(MOST_DAYS))) throw new Invalid("The day is more than 31 days ago.");
        var policy = new ReplayPolicy(
                key, draft.policy() == null ? null : draft.policy().rules(), draft.capacity());
        RecordedDay day = transaction.call(() -> read(company, draft.day(), zone));
        Comparison unchanged = compare(day, ReplayPolicy.UNCHANGED, key);
        Comparison changed = compare(day, policy, key);
        return transaction.call(() -> view(company, zone, day, key, unchanged, changed));
    }

    private ZoneId zone(long company) {
        return hours.openings(company, List.of(HoursLevel.COMPANY), clock.instant())
                .each()
                .get(HoursLevel.COMPANY)
                .zone();
    }

    private RecordedDay read(long company, LocalDate day, ZoneId zone) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        if (days.events(company, from, to, MOST_EVENTS) > MOST_EVENTS) throw new TooMuchToReplay(MOST_EVENTS);
        return days.read(company, from, to);
    }

    private static Comparison compare(RecordedDay day, ReplayPolicy policy, long department) {
        return Comparison.of(day, RoutingReplay.replay(day, policy), department);
    }

    private ReplayView view(
            long company, ZoneId zone, RecordedDay day, long department, Comparison unchanged, Comparison changed) {
        List<Moved> shown = changed.moved().stream().limit(ReplayView.MOST).toList();
        Map<Long, Named> agents = book.names(
                company, day.people().stream().map(RecordedDay.Person::id).toList());
        Map<Long, Named> conversations = book.conversations(
                company, shown.stream().map(Moved::chat).distinct().toList());
        return new ReplayView(
                zone,
                totals(changed.fact(), agents),
                totals(changed.other(), agents),
                unchanged.fact().came() - unchanged.moved().size(),
                shown.stream()
                        .map(one -> new ReplayView.Moved(
                                conversations.get(one.chat()),
                                one.since(),
                                one.factAgent() == null ? null : agents.get(one.factAgent()),
                                one.factWait(),
                                one.otherAgent() == null ? null : agents.get(one.otherAgent()),
                                one.otherWait()))
                        .toList(),
                changed.moved().size() - shown.size(),
                days.connectionsKnown(company, day, department));
    }

    private static ReplayView.Totals totals(Comparison.Totals of, Map<Long, Named> agents) {
        return new ReplayView.Totals(
                of.came(),
                of.answered(),
                of.median(),
                of.ninety(),
                of.longest(),
                of.promised(),
                of.kept(),
                of.missed(),
                shares(of, agents));
    }

    private static List<Share> shares(Comparison.Totals of, Map<Long, Named> agents) {
        return of.byAgent().entrySet().stream()
                .map(one -> new Share(agents.get(one.getKey()), one.getValue()))
                .toList();
    }
}
