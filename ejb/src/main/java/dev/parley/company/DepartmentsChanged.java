package dev.parley.company;

/** Departments of a company are others now, or other people belong to them. Fired in the transaction that keeps it. */
public record DepartmentsChanged(long companyId) {}
