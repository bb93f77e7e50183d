package dev.parley.access.passkey;

/** What an authenticator answers where somebody signs in, as bytes of the browser's own. */
public record Assertion(
        byte[] credentialId, byte[] userHandle, byte[] authenticatorData, byte[] clientData, byte[] signature) {}
