package dev.parley.access;

/** What a browser needs to ask for a passkey, within five minutes, once; {@code challenge} is base64url, {@code ticket} comes back. */
public record PasskeyQuestion(String ticket, String challenge) {}
