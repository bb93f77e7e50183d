package dev.parley.hours;

/** Hours of the company were changed, on some level. Fired in the transaction that keeps it. */
public record HoursChanged(long companyId) {}
