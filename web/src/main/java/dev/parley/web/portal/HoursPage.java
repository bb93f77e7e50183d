package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.hours.Channel;
import dev.parley.hours.Holiday;
import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.HoursView;
import dev.parley.hours.Week;
import dev.parley.shared.DeskException;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one level says of its hours: the company, or the site, department and channel that the address names. */
@Named
@ViewScoped
public class HoursPage extends EditedForm {
    private static final long serialVersionUID = 1;
    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

    @Inject
    private Administration administration;

    @Inject
    private HoursNames names;

    @Inject
    private Hours hours;

    private String site;
    private String department;
    private String channel;

    private long version;
    private String zone;
    private boolean ownWeek;
    private String week;
    private boolean ownHolidaysOnly;
    private List<HolidayForm> upcoming = new ArrayList<>();
    private List<HolidayForm> past = new ArrayList<>();

    private String weekAbove;
    private String weekFrom;
    private String zoneAbove;
    private String zoneFrom;
    private List<String> above = List.of();
    private HashMap<String, String> seen = new HashMap<>();

    /** Reads the level that the address names. */
    public void open() {
        HoursView now = administration.orNoSuchPage(() -> hours.get(administration.caller(), path()));
        if (now == null) return;
        fill(now.own());
        see(now);
    }

    /** @throws NotFound if there is no such channel */
    public HoursPath path() {
        try {
            return new HoursPath(blank(site), blank(department), blank(channel) == null ? null : Channel.of(channel));
        } catch (Invalid e) {
            throw new NotFound("There is no such channel.");
        }
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private void fill(HoursPlan own) {
        zone = own.zone() == null ? null : own.zone().getId();
        ownWeek = own.week() != null || isCompany();
        week = own.week() == null ? null : WeekText.of(own.week());
        ownHolidaysOnly = own.ownHolidaysOnly();
        list(own.holidays());
    }

    private void list(List<Holiday> holidays) {
        LocalDate today = names.today();
        var sorted = holidays.stream().sorted(Comparator.comparing(h -> next(h, today)));
        Map<Boolean, List<HolidayForm>> over = sorted.collect(Collectors.partitioningBy(
                h -> !h.yearly() && h.last().isBefore(today),
                Collectors.mapping(HolidayForm::of, Collectors.toCollection(ArrayList::new))));
        upcoming = over.get(false);
        past = over.get(true);
    }

    private static LocalDate next(Holiday holiday, LocalDate today) {
        return !holiday.yearly() || holiday.covers(today)
                ? holiday.first()
                : holiday.nextBreak(today).findFirst().orElse(holiday.first());
    }

    private void see(HoursView now) {
        version = now.version();
        seen = new HashMap<>(fields(now.own()));
        if (week == null && now.own().week() == null)
            week = WeekText.of(now.week().what());
        weekAbove = WeekText.of(now.weekAbove().what());
        weekFrom = names.of(now.weekAbove().level(), path());
        zoneAbove = now.zoneAbove().what().getId();
        zoneFrom = names.of(now.zoneAbove().level(), path());
        HoursWords words = words();
        above = now.above().stream()
                .map(a -> words.holiday(a.what()) + " · " + names.of(a.level(), path()))
                .toList();
    }

    /** Writes it, or says beside what is typed why not. */
    public void save() {
        touched();
        HoursPlan plan = plan();
        if (plan == null) return;
        try {
            hours.change(administration.caller(), path(), plan, version);
            administration.lead("/portal/hours?saved=1" + getQuery());
        } catch (Outdated e) {
            giveWay();
        } catch (DeskException e) {
            administration.complain(e);
        }
    }

    /** What is typed, or null after the page has said what does not fit. */
    private HoursPlan plan() {
        boolean fits = true;
        Week its = null;
        if (zone != null && !ZONES.contains(zone.strip())) {
            administration.complain("hours.notAZone", zone);
            fits = false;
        }
        try {
            its = ownWeek ? WeekText.parse(week) : null;
        } catch (WeekText.NotASpan e) {
            administration.complain(
                    "hours.notASpan", words().day(e.day()), e.typed().replace("-", "–"));
            fits = false;
        } catch (Invalid e) {
            administration.complain(e);
            fits = false;
        }
        for (HolidayForm holiday : all()) {
            String misfit = holiday.misfit();
            if (misfit == null) continue;
            administration.complain(misfit, Objects.requireNonNullElse(holiday.getName(), ""));
            holiday.setEditing(true);
            fits = false;
        }
        return fits
                ? new HoursPlan(zone == null ? null : ZoneId.of(zone.strip()), its, ownHolidaysOnly, holidays())
                : null;
    }

    private List<HolidayForm> all() {
        return Stream.concat(upcoming.stream(), past.stream()).toList();
    }

    private List<Holiday> holidays() {
        return all().stream().map(HolidayForm::holiday).toList();
    }

    /** What was not touched here becomes theirs; what was stays, and saving again replaces theirs. */
    private void giveWay() {
        HoursView now = hours.get(administration.caller(), path());
        HoursPlan theirs = now.own();
        Map<String, String> before = new LinkedHashMap<>(seen);
        Map<String, String> mine = fields(plan());
        if (same("zone", mine, before))
            zone = theirs.zone() == null ? null : theirs.zone().getId();
        if (same("week", mine, before)) {
            ownWeek = theirs.week() != null || isCompany();
            week = theirs.week() == null ? null : WeekText.of(theirs.week());
        }
        if (same("ownOnly", mine, before)) ownHolidaysOnly = theirs.ownHolidaysOnly();
        if (same("holidays", mine, before)) list(theirs.holidays());
        see(now);
        overtaken(
                administration.lastChange(AuditKind.HOURS, path().text()),
                TheirChange.between(said(before), said(seen)));
    }

    private static boolean same(String field, Map<String, String> one, Map<String, String> other) {
        return Objects.equals(one.get(field), other.get(field));
    }

    private Map<String, String> fields(HoursPlan plan) {
        HoursWords words = words();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("zone", plan.zone() == null ? null : plan.zone().getId());
        fields.put("week", plan.week() == null ? null : words.week(plan.week()));
        fields.put("ownOnly", administration.words().say(plan.ownHolidaysOnly() ? "audit.yes" : "audit.no"));
        fields.put(
                "holidays",
                plan.holidays().stream().map(words::holiday).sorted().collect(Collectors.joining("\n")));
        return fields;
    }

    private Map<String, String> said(Map<String, String> fields) {
        var words = administration.words();
        String asAbove = words.say("hours.asAbove");
        Map<String, String> said = new LinkedHashMap<>();
        said.put(words.say("hours.zone"), Objects.requireNonNullElse(fields.get("zone"), asAbove));
        said.put(words.say("hours.week"), Objects.requireNonNullElse(fields.get("week"), asAbove));
        said.put(words.say("hours.ownHolidays"), fields.get("ownOnly"));
        said.put(words.say("hours.holidays"), fields.get("holidays"));
        return said;
    }

    private HoursWords words() {
        return new HoursWords(administration.words());
    }

    public void add() {
        touched();
        if (upcoming.size() + past.size() < HoursPlan.MOST_HOLIDAYS) upcoming.add(0, HolidayForm.empty());
        else administration.complain("hours.tooManyHolidays", HoursPlan.MOST_HOLIDAYS);
    }

    public void remove(HolidayForm holiday) {
        touched();
        upcoming.remove(holiday);
        past.remove(holiday);
    }

    /** Opens it to be edited, or closes it where it fits. */
    public void edit(HolidayForm holiday) {
        String misfit = holiday.isEditing() ? holiday.misfit() : null;
        if (misfit == null) holiday.setEditing(!holiday.isEditing());
        else administration.complain(misfit, Objects.requireNonNullElse(holiday.getName(), ""));
    }

    /** "24 Dec 2026, every year", as the list shows it. */
    public String dates(HolidayForm form) {
        if (form.misfit() != null) return "";
        Holiday h = form.holiday();
        HoursWords words = words();
        return words.dates(h.first(), h.last())
                + (h.yearly() ? ", " + administration.words().say("hours.everyYear") : "");
    }

    /** "closed", "open 10:00–14:00". */
    public String effect(HolidayForm form) {
        return form.misfit() == null ? words().effect(form.holiday()) : "";
    }

    /** Everything that the grid says, as JSON. */
    public String getGridWords() {
        return GridWords.of(administration.words());
    }

    /** The address's question, {@code &site=acme}; empty for the company. */
    public String getQuery() {
        String text = path().text();
        return HoursPath.COMPANY.equals(path()) ? "" : "&" + text;
    }

    public boolean isCompany() {
        return HoursPath.COMPANY.equals(path());
    }

    /** What this level is called. */
    public String getTitle() {
        return names.of(path());
    }

    /** "As Acme. ...": what holds without an own week. */
    public String getInheritsSaid() {
        return administration.words().say("hours.inherits", weekFrom);
    }

    /** What holds without an own zone, or what the own one is for. */
    public String getZoneSaid() {
        return isCompany()
                ? administration.words().say("hours.zoneHint")
                : administration.words().say("hours.zoneInherits", zoneAbove, zoneFrom);
    }

    /** "3 past ones". */
    public String getPastSaid() {
        return administration.words().say("hours.past", past.size());
    }

    /** Names of time zones, to choose from while typing. */
    public Set<String> getZones() {
        return ZONES;
    }

    public List<HolidayForm> getUpcoming() {
        return upcoming;
    }

    public List<HolidayForm> getPast() {
        return past;
    }

    /** Holidays of more general levels that count here too. */
    public List<String> getAbove() {
        return above;
    }

    /** What holds without an own week. */
    public String getWeekAbove() {
        return weekAbove;
    }

    /** What holds without an own zone. */
    public String getZoneAbove() {
        return zoneAbove;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public boolean isOwnWeek() {
        return ownWeek;
    }

    public void setOwnWeek(boolean ownWeek) {
        this.ownWeek = ownWeek;
    }

    public String getWeek() {
        return week;
    }

    public void setWeek(String week) {
        this.week = week;
    }

    public boolean isOwnHolidaysOnly() {
        return ownHolidaysOnly;
    }

    public void setOwnHolidaysOnly(boolean ownHolidaysOnly) {
        this.ownHolidaysOnly = ownHolidaysOnly;
    }

    public String getSite() {
        return site;
    }

    public void setSite(String site) {
        this.site = site;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }
}
