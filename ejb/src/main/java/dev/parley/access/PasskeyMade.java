package dev.parley.access;

/** What a browser says of a passkey that it had made: the ticket it was given, and the authenticator's words as base64url. */
public record PasskeyMade(String ticket, String clientData, String attestation) {}
