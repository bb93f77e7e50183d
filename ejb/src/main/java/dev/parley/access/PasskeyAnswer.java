package dev.parley.access;

/** What a browser says of a passkey that somebody used: the ticket it was given, and the authenticator's words as base64url. */
public record PasskeyAnswer(
        String ticket,
        String credential,
        String userHandle,
        String authenticatorData,
        String clientData,
        String signature) {}
