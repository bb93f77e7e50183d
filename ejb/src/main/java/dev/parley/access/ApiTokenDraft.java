package dev.parley.access;

import java.time.Duration;
import java.util.Set;

/**
 * What an administrator wants an API token to be.
 *
 * @param name at most 60 characters, another than all of the company's have
 * @param scopes at least one
 * @param life from a minute to 366 days
 */
public record ApiTokenDraft(String name, Set<Scope> scopes, Duration life) {}
