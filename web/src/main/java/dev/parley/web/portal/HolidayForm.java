package dev.parley.web.portal;

import dev.parley.hours.Holiday;
import dev.parley.hours.Span;
import dev.parley.shared.Invalid;
import dev.parley.shared.PublicIds;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A holiday, closure or special opening in the form. What was typed stays typed, whether it is a date or not. */
public class HolidayForm implements Serializable {
    private static final long serialVersionUID = 1;

    private final String uid;
    private String name;
    private String first;
    private String last;
    private boolean yearly;
    private String kind = "closed";
    private String times;
    private boolean editing;

    private HolidayForm(String uid) {
        this.uid = uid;
    }

    /** A new one, to be filled in. */
    static HolidayForm empty() {
        HolidayForm form = new HolidayForm(PublicIds.next());
        form.editing = true;
        return form;
    }

    static HolidayForm of(Holiday holiday) {
        HolidayForm form = new HolidayForm(holiday.uid());
        form.name = holiday.name();
        form.first = holiday.first().toString();
        form.last =
                holiday.last().equals(holiday.first()) ? null : holiday.last().toString();
        form.yearly = holiday.yearly();
        form.kind = holiday.kind() == Holiday.Kind.OPEN ? "open" : "closed";
        form.times = holiday.spans().isEmpty() ? null : HoursWords.spans(holiday.spans());
        return form;
    }

    /** @throws Invalid if something of it is no holiday */
    Holiday holiday() {
        return new Holiday(
                uid,
                name,
                date(first),
                last == null ? null : date(last),
                yearly,
                "open".equals(kind) ? Holiday.Kind.OPEN : Holiday.Kind.CLOSED,
                spans());
    }

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        if (times == null) return spans;
        for (String part : times.split("[,;]")) {
            if (part.isBlank()) continue;
            String[] ends = part.strip().split("\\s*[-–—]\\s*", -1);
            if (ends.length != 2) throw new Invalid("Times are written 09:00–12:00.");
            spans.add(Span.of(padded(ends[0]), padded(ends[1])));
        }
        return spans;
    }

    /** 9:00 is 09:00. */
    private static String padded(String time) {
        return time.matches("\\d:\\d\\d") ? "0" + time : time;
    }

    private static LocalDate date(String text) {
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Invalid("A date is written 2026-12-24.", e);
        }
    }

    // the keys of what may be wrong, in the order of the form

    /** The key of what does not fit; null if all does. */
    String misfit() {
        if (name == null) return "hours.holidayNameMissing";
        try {
            if (date(first) == null) return "hours.holidayDateMissing";
            date(last);
        } catch (Invalid e) {
            return "hours.holidayNotADate";
        }
        try {
            if (spans().isEmpty() && "open".equals(kind)) return "hours.holidayTimesMissing";
        } catch (Invalid e) {
            return "hours.holidayNotTimes";
        }
        try {
            holiday();
            return null;
        } catch (Invalid e) {
            return "hours.holidayNotADate";
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getFirst() {
        return first;
    }

    public void setFirst(String first) {
        this.first = first;
    }

    public String getLast() {
        return last;
    }

    public void setLast(String last) {
        this.last = last;
    }

    public boolean isYearly() {
        return yearly;
    }

    public void setYearly(boolean yearly) {
        this.yearly = yearly;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getTimes() {
        return times;
    }

    public void setTimes(String times) {
        this.times = times;
    }

    public boolean isEditing() {
        return editing;
    }

    public void setEditing(boolean editing) {
        this.editing = editing;
    }
}
