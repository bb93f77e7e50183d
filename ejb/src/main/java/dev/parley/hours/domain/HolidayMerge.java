package dev.parley.hours.domain;

import dev.parley.hours.Holiday;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A level's holidays together with those of a file, and what that changes. */
public record HolidayMerge(List<Holiday> holidays, int added, int changed, int removed) {
    /**
     * @param known the level's
     * @param brought the file's
     * @param named whether the file speaks of what has that id: then it goes unless the file has it; not what is over, which reports ask for
     */
    public static HolidayMerge of(
            List<Holiday> known, List<Holiday> brought, Predicate<String> named, LocalDate today) {
        Map<String, Holiday> after = new LinkedHashMap<>();
        known.forEach(h -> after.put(h.uid(), h));
        Map<String, Holiday> file = new LinkedHashMap<>();
        brought.forEach(h -> file.put(h.uid(), h));
        after.values().removeIf(h -> named.test(h.uid()) && !file.containsKey(h.uid()) && !isOver(h, today));
        int removed = known.size() - after.size();
        int added = 0;
        int changed = 0;
        for (Holiday holiday : file.values()) {
            Holiday former = after.put(holiday.uid(), holiday);
            if (former == null) added++;
            else if (!former.equals(holiday)) changed++;
        }
        return new HolidayMerge(List.copyOf(after.values()), added, changed, removed);
    }

    public boolean changesSomething() {
        return added + changed + removed > 0;
    }

    private static boolean isOver(Holiday holiday, LocalDate today) {
        return !holiday.yearly() && holiday.last().isBefore(today);
    }
}
