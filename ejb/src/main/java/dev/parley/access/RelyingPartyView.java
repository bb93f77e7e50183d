package dev.parley.access;

/** For whom passkeys are: {@code origin} of the pages that may ask for one, {@code site} the host whose they are. */
public record RelyingPartyView(String origin, String site) {}
