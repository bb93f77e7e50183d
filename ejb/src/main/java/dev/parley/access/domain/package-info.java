/** Accounts, their sign-ins, and the guard against guessing. */
package dev.parley.access.domain;
