package dev.parley.access.passkey;

/**
 * What is kept of a passkey, and needed to check the next use of it. None of it is secret.
 *
 * @param credential model of the authenticator, credential id and public key in the authenticator's own bytes, base64url
 * @param signCount of its last use; 0 where the authenticator does not count
 * @param backupEligible whether it may exist on several devices; never changes
 * @param backedUp whether it did at its last use
 */
public record KeptKey(String credential, long signCount, boolean backupEligible, boolean backedUp) {}
