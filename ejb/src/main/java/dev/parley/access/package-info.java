/**
 * Who somebody of a company is: accounts, passwords and sign-ins. The doors are {@link dev.parley.access.SignIns} and
 * {@link dev.parley.access.Accounts} with
 * {@link dev.parley.access.SignOns} and {@link dev.parley.access.PasskeySignIns}, for one's own account {@link dev.parley.access.SecondFactors} and
 * {@link dev.parley.access.Passkeys}, for administrators {@link dev.parley.access.SignOnSettings}, {@link dev.parley.access.StaffInvitations}, {@link dev.parley.access.Deactivations},
 * {@link dev.parley.access.Roles}, {@link dev.parley.access.ApiTokens} and {@link dev.parley.access.AccountSettings}; news is
 * {@link dev.parley.access.AccountDeactivated}, {@link dev.parley.access.RoleChanged} and {@link dev.parley.access.SignInEnded}. What a role
 * may is in {@code shared}, so that every door can ask. Knows {@code company}, {@code audit} and {@code mail}.
 */
package dev.parley.access;
