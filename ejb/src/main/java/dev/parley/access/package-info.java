/**
 * Who somebody of a company is: accounts, passwords and sign-ins. The doors are {@link dev.parley.access.SignIns} and
 * {@link dev.parley.access.Accounts}; news is {@link dev.parley.access.SignInEnded}. What a role may is in {@code shared}, so that every door can ask. Knows no other feature.
 */
package dev.parley.access;
