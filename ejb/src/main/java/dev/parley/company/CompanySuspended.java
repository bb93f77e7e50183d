package dev.parley.company;

/** The operator let nobody of the company in any more: open sockets close. {@code companyId} is its key. */
public record CompanySuspended(long companyId) {}
