package dev.parley.hours;

import dev.parley.shared.Invalid;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one level says of its hours. What it leaves out holds as the more general level says it.
 *
 * @param zone on whose clock all of it is meant; null: as above
 * @param week an ordinary week; null: as above
 * @param ownHolidaysOnly whether holidays of more general levels do not count here
 * @param holidays in the company's order; at most {@value #MOST_HOLIDAYS}
 */
public record HoursPlan(ZoneId zone, Week week, boolean ownHolidaysOnly, List<Holiday> holidays) {
    public static final int MOST_HOLIDAYS = 400;

    /** Says nothing: everything is as above. */
    public static final HoursPlan SILENT = new HoursPlan(null, null, false, List.of());

    public HoursPlan {
        holidays = List.copyOf(holidays);
        if (holidays.size() > MOST_HOLIDAYS) throw new Invalid("There are at most " + MOST_HOLIDAYS + " holidays.");
        Set<String> uids = new HashSet<>();
        for (Holiday holiday : holidays)
            if (!uids.add(holiday.uid())) throw new Invalid("Two holidays have the id '" + holiday.uid() + "'.");
    }

    /** The same with other holidays. */
    public HoursPlan with(List<Holiday> others) {
        return new HoursPlan(zone, week, ownHolidaysOnly, others);
    }
}
