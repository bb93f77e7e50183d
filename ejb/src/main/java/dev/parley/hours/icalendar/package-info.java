/** Holidays from and to iCalendar files (RFC 5545). The library stays behind these classes. */
package dev.parley.hours.icalendar;
