package dev.parley.routing;

import java.time.Instant;

/** That a conversation is held out to an agent until then. Keys never leave the building. @param conversation public id */
public record StandingOffer(long companyId, long accountId, String conversation, Instant expiresAt) {}
