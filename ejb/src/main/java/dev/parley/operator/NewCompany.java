package dev.parley.operator;

import dev.parley.access.OwnerInvitation;
import dev.parley.company.CompanyView;

/** A company that the operator made, and how its owner comes. */
public record NewCompany(CompanyView company, OwnerInvitation owner) {}
