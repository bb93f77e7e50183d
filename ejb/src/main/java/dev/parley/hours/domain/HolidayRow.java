package dev.parley.hours.domain;

import dev.parley.hours.Holiday;
import dev.parley.hours.Span;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A holiday of a level. Written anew, with all the others of the level, whenever the level is changed. */
@Entity
@Table(name = "holiday")
@NamedQuery(
        name = "HolidayRow.ofCompany",
        query = "select h from HolidayRow h where h.companyId = :companyId order by h.position")
@NamedQuery(
        name = "HolidayRow.ofLevel",
        query = "select h from HolidayRow h where h.hoursId = :hoursId order by h.position")
@NamedQuery(name = "HolidayRow.forget", query = "delete from HolidayRow h where h.hoursId = :hoursId")
public class HolidayRow {
    @Id
    @SequenceGenerator(name = "holiday_seq", sequenceName = "holiday_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "holiday_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "hours_id")
    private long hoursId;

    private int position;
    private String uid;
    private String name;

    @Column(name = "first_day")
    private LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    private boolean yearly;
    private String kind;

    @Convert(converter = SpansConverter.class)
    private List<Span> spans;

    protected HolidayRow() {}

    /** @param position its place in the company's order */
    public HolidayRow(LevelHours level, int position, Holiday holiday) {
        this.companyId = level.companyId();
        this.hoursId = level.id();
        this.position = position;
        this.uid = holiday.uid();
        this.name = holiday.name();
        this.firstDay = holiday.first();
        this.lastDay = holiday.last();
        this.yearly = holiday.yearly();
        this.kind = holiday.kind().name().toLowerCase(Locale.ROOT);
        this.spans = holiday.spans();
    }

    public long hoursId() {
        return hoursId;
    }

    public Holiday holiday() {
        return new Holiday(
                uid, name, firstDay, lastDay, yearly, Holiday.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), spans);
    }
}
