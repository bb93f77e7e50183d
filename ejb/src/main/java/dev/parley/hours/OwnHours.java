package dev.parley.hours;

/** A level that says something of its hours, and what. */
public record OwnHours(HoursPath path, HoursPlan plan) {}
