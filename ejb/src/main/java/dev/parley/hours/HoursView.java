package dev.parley.hours;

import java.time.ZoneId;
import java.util.List;

/**
 * What a level says and what holds for it in the end.
 *
 * @param version of what it says; 0 where it never said anything
 * @param own what it says itself
 * @param zone what holds, and from which level
 * @param week what holds, and from which level
 * @param zoneAbove what would hold if the level itself said nothing of it
 * @param weekAbove what would hold if the level itself said nothing of it
 * @param above holidays of more general levels that count here too, the most special level first
 */
public record HoursView(
        HoursPath path,
        long version,
        HoursPlan own,
        From<ZoneId> zone,
        From<Week> week,
        From<ZoneId> zoneAbove,
        From<Week> weekAbove,
        List<From<Holiday>> above) {
    /** Something and the level that says it. */
    public record From<T>(T what, HoursLevel.Name level) {}

    public HoursView {
        above = List.copyOf(above);
    }
}
