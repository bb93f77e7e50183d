package dev.parley.hours;

/**
 * What came of an iCalendar file.
 *
 * @param added closures that are new
 * @param changed closures that were known by their ids and are otherwise now
 * @param removed closures of events that the file names but that are not in it any more, or cancelled
 * @param hours the level after that
 */
public record HolidayImport(int added, int changed, int removed, HoursView hours) {}
