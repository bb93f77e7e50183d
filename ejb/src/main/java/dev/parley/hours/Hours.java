package dev.parley.hours;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.parley.company.DepartmentView;
import dev.parley.company.Departments;
import dev.parley.company.SiteView;
import dev.parley.company.Sites;
import dev.parley.hours.HoursView.From;
import dev.parley.hours.domain.BusinessCalendar;
import dev.parley.hours.domain.HolidayMerge;
import dev.parley.hours.domain.LevelHours;
import dev.parley.hours.domain.LevelPlan;
import dev.parley.hours.icalendar.CalendarReader;
import dev.parley.hours.icalendar.CalendarWriter;
import dev.parley.hours.persistence.HoursTables;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * When the desk is open. Administrators read and write what their company says; everybody's questions are answered from what it says at
 * that moment, nothing is kept.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Hours {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    @Inject
    HoursTables tables;

    @Inject
    Sites sites;

    @Inject
    Departments departments;

    @Inject
    OwnTransaction transaction;

    @Inject
    HoursTrail trail;

    @Inject
    Event<HoursChanged> news;

    @Inject
    Clock clock;

    /** What a level says. @throws NotFound if the company has no such site or department */
    public HoursView get(Caller caller, HoursPath path) {
        long company = administered(caller);
        return view(company, path, level(company, path));
    }

    /** What each level says that says something now; levels of archived departments are left out. */
    public List<OwnHours> own(Caller caller) {
        long company = administered(caller);
        Map<Long, String> keys = sites.of(company).stream().collect(toMap(SiteView::id, SiteView::siteKey));
        Map<Long, String> ids =
                departments.of(company).stream().collect(toMap(DepartmentView::id, DepartmentView::publicId));
        return tables.of(company).stream()
                .filter(l -> !l.plan().equals(HoursPlan.SILENT))
                .filter(l ->
                        l.level().siteId() == null || keys.containsKey(l.level().siteId()))
                .filter(l -> l.level().departmentId() == null
                        || ids.containsKey(l.level().departmentId()))
                .sorted(Comparator.comparing(LevelPlan::level))
                .map(l -> new OwnHours(
                        new HoursPath(
                                keys.get(l.level().siteId()),
                                ids.get(l.level().departmentId()),
                                l.level().channel()),
                        l.plan()))
                .toList();
    }

    /**
     * A level says from now on what {@code plan} says, and nothing else.
     *
     * @param read the version that the caller has read; 0 for a level that says nothing yet
     * @throws dev.parley.shared.Outdated if somebody else changed it since; nothing is changed then
     */
    public HoursView change(Caller caller, HoursPath path, HoursPlan plan, long read) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        long company = me.companyId();
        HoursLevel level = level(company, path);
        transaction.run(() -> {
            Instant at = clock.instant();
            LevelHours hours = tables.lock(company, level, at);
            HoursPlan before = tables.plan(hours);
            write(hours, plan, read, at);
            trail.record(me, path, before, plan);
        });
        return view(company, path, level);
    }

    /**
     * Takes the closures of an iCalendar file into a level: of the events that the file names everything becomes as it says, and what it
     * does not name stays. The same file again changes nothing.
     *
     * @param read as for {@link #change}, or null for whatever is there: nothing of it is lost
     * @throws Invalid if the file is not understood; the message says where, and nothing is taken
     */
    public HolidayImport importHolidays(Caller caller, HoursPath path, byte[] file, Long read) {
        Caller.Staff me = caller.require(Permission.EDIT_DEPARTMENTS);
        long company = me.companyId();
        HoursLevel level = level(company, path);
        ZoneId zone = calendar(company, level).zone();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        var found = new CalendarReader(zone, today).read(file);
        HolidayMerge merge = transaction.call(() -> {
            Instant at = clock.instant();
            LevelHours hours = tables.lock(company, level, at);
            HoursPlan before = tables.plan(hours);
            HolidayMerge merged = HolidayMerge.of(before.holidays(), found.closures(), found::speaksOf, today);
            if (read != null || merged.changesSomething()) {
                HoursPlan after = before.with(merged.holidays());
                write(hours, after, read == null ? hours.version() : read, at);
                trail.record(me, path, before, after);
            }
            return merged;
        });
        return new HolidayImport(merge.added(), merge.changed(), merge.removed(), view(company, path, level));
    }

    /** The closures that the level itself has, as an iCalendar file. */
    public String exportHolidays(Caller caller, HoursPath path) {
        long company = administered(caller);
        HoursLevel level = level(company, path);
        List<Holiday> holidays = own(tables.of(company), level).holidays();
        return CalendarWriter.write(holidays, calendar(company, level).zone(), clock.instant());
    }

    /**
     * The tester: whether it is open at a moment, why, and when that changes.
     *
     * @param at null for now; from 1970 to 2199
     * @throws Invalid if it is further away
     */
    public Opening test(Caller caller, HoursPath path, Instant at) {
        long company = administered(caller);
        Instant moment = at == null ? clock.instant() : at;
        if (moment.isBefore(FIRST) || !moment.isBefore(LAST)) throw new Invalid("Ask for a moment from 1970 to 2199.");
        return calendar(company, level(company, path)).at(moment);
    }

    /** For the desk itself: the answer for each of {@code asked} at that moment, and for all of them together. */
    public Openings openings(long companyId, Collection<HoursLevel> asked, Instant at) {
        List<LevelPlan> levels = tables.of(companyId);
        return Openings.at(
                asked.stream().distinct().collect(toMap(identity(), a -> BusinessCalendar.of(levels, a))), at);
    }

    /**
     * For the desk itself: when at least one of {@code asked} is open from {@code from} to {@code until}, earliest first; what reaches over
     * either end is cut there.
     */
    public List<OpenTime> openTimes(long companyId, Collection<HoursLevel> asked, Instant from, Instant until) {
        List<LevelPlan> levels = tables.of(companyId);
        return OpenTime.together(asked.stream()
                .flatMap(a -> BusinessCalendar.of(levels, a).openTimes(from, until).stream())
                .toList());
    }

    /** For the desk itself: how time passes there while it is open, by what is said at this moment. */
    public WorkingTime workingTime(long companyId, HoursLevel asked) {
        return new WorkingTime(calendar(companyId, asked));
    }

    /** For the desk itself: of each of these companies that says something a number that grows whenever its hours are changed. */
    public Map<Long, Long> versions(Collection<Long> companies) {
        return tables.versions(companies);
    }

    /** What an ordinary week looks like for {@code asked}, and on whose clock; for everybody to read. */
    public HoursView published(long companyId, HoursLevel asked) {
        return view(companyId, HoursPath.COMPANY, asked);
    }

    private static long administered(Caller caller) {
        return caller.require(Permission.EDIT_DEPARTMENTS).companyId();
    }

    private HoursLevel level(long company, HoursPath path) {
        Long site = path.site() == null
                ? null
                : sites.of(company).stream()
                        .filter(s -> s.siteKey().equals(path.site()))
                        .map(SiteView::id)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("There is no such site."));
        Long department = path.department() == null
                ? null
                : Long.valueOf(departments.require(company, path.department()).id());
        return new HoursLevel(site, department, path.channel());
    }

    private void write(LevelHours hours, HoursPlan plan, long read, Instant at) {
        hours.change(plan, read, at);
        tables.replaceHolidays(hours, plan);
        news.fire(new HoursChanged(hours.companyId()));
    }

    private BusinessCalendar calendar(long company, HoursLevel level) {
        return BusinessCalendar.of(tables.of(company), level);
    }

    private HoursView view(long company, HoursPath path, HoursLevel level) {
        long version = tables.version(company, level);
        List<LevelPlan> holding = tables.of(company).stream()
                .filter(l -> l.level().holdsFor(level))
                .sorted(Comparator.comparing(LevelPlan::level).reversed())
                .toList();
        List<LevelPlan> others =
                holding.stream().filter(l -> !l.level().equals(level)).toList();
        return new HoursView(
                path,
                version,
                own(holding, level),
                first(holding, HoursPlan::zone, ZoneId.of("UTC")),
                first(holding, HoursPlan::week, Week.ALWAYS),
                first(others, HoursPlan::zone, ZoneId.of("UTC")),
                first(others, HoursPlan::week, Week.ALWAYS),
                above(holding, level));
    }

    private static HoursPlan own(List<LevelPlan> levels, HoursLevel level) {
        return levels.stream()
                .filter(l -> l.level().equals(level))
                .map(LevelPlan::plan)
                .findFirst()
                .orElse(HoursPlan.SILENT);
    }

    private static <T> From<T> first(List<LevelPlan> holding, Function<HoursPlan, T> what, T otherwise) {
        return holding.stream()
                .filter(l -> what.apply(l.plan()) != null)
                .map(l -> new From<>(what.apply(l.plan()), l.level().name()))
                .findFirst()
                .orElse(new From<>(otherwise, HoursLevel.Name.COMPANY));
    }

    private static List<From<Holiday>> above(List<LevelPlan> holding, HoursLevel level) {
        List<From<Holiday>> above = new java.util.ArrayList<>();
        for (LevelPlan l : holding) {
            if (!l.level().equals(level))
                l.plan()
                        .holidays()
                        .forEach(h -> above.add(new From<>(h, l.level().name())));
            if (l.plan().ownHolidaysOnly()) break;
        }
        return above;
    }
}
