package dev.parley.hours.domain;

import dev.parley.hours.Channel;
import dev.parley.hours.HoursLevel;
import dev.parley.hours.HoursPlan;
import dev.parley.hours.Week;
import dev.parley.shared.InstantConverter;
import dev.parley.shared.Outdated;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a level says of its hours, holidays aside. Made when somebody says something first, and never deleted: a level that says nothing any
 * more keeps its version, so that a change of what was read long ago is still seen to be late.
 */
@Entity
@Table(name = "business_hours")
@NamedQuery(name = "LevelHours.ofCompany", query = "select h from LevelHours h where h.companyId = :companyId")
@NamedQuery(
        name = "LevelHours.byKey",
        query = "select h from LevelHours h where h.companyId = :companyId and h.levelKey = :levelKey")
@NamedQuery(
        name = "LevelHours.versions",
        query =
                "select h.companyId, sum(h.version) from LevelHours h where h.companyId in :companies group by h.companyId")
public class LevelHours {
    @Id
    @SequenceGenerator(name = "business_hours_seq", sequenceName = "business_hours_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "business_hours_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "site_id")
    private Long siteId;

    @Column(name = "department_id")
    private Long departmentId;

    private String channel;

    @Column(name = "level_key")
    private String levelKey;

    @Column(name = "time_zone")
    private String timeZone;

    @Convert(converter = WeekConverter.class)
    private Week week;

    @Column(name = "own_holidays")
    private boolean ownHolidays;

    private long version;

    @Column(name = "changed_at")
    @Convert(converter = InstantConverter.class)
    private Instant changedAt;

    protected LevelHours() {}

    /** A level that says nothing yet; its version is 0. */
    public static LevelHours silent(long companyId, HoursLevel level, Instant at) {
        LevelHours hours = new LevelHours();
        hours.companyId = companyId;
        hours.siteId = level.siteId();
        hours.departmentId = level.departmentId();
        hours.channel = level.channel() == null ? null : level.channel().wire();
        hours.levelKey = level.key();
        hours.changedAt = at;
        return hours;
    }

    /**
     * From now on the level says this; its holidays are kept apart.
     *
     * @param read the version that whoever changes it has read
     * @throws Outdated if somebody else changed it since
     */
    public void change(HoursPlan plan, long read, Instant at) {
        if (read != version) throw new Outdated();
        timeZone = plan.zone() == null ? null : plan.zone().getId();
        week = plan.week();
        ownHolidays = plan.ownHolidaysOnly();
        changedAt = at;
        version++;
    }

    /** What it says, together with its holidays. */
    public HoursPlan plan(List<HolidayRow> holidays) {
        return new HoursPlan(
                timeZone == null ? null : ZoneId.of(timeZone),
                week,
                ownHolidays,
                holidays.stream().map(HolidayRow::holiday).toList());
    }

    public HoursLevel level() {
        return new HoursLevel(siteId, departmentId, channel == null ? null : Channel.of(channel));
    }

    public Long id() {
        return id;
    }

    public long companyId() {
        return companyId;
    }

    public long version() {
        return version;
    }
}
