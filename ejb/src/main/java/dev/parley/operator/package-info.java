/**
 * What whoever runs this installation does with its companies: makes them ({@link dev.parley.operator.NewCompanies}) and takes all that is
 * one's out ({@link dev.parley.operator.CompanyExports}). Shutting one out is {@code dev.parley.company.Suspensions}, which everybody asks
 * who lets somebody in. The operator is known by a token of the installation's settings and has no account.
 */
package dev.parley.operator;
