package dev.parley.access;

import dev.parley.shared.Caller;
import java.util.Set;

/**
 * A program asks with an API token.
 *
 * @param caller whoever made it, with the role that this account has now
 * @param id the token's public id
 */
public record TokenCaller(Caller.Staff caller, String id, Set<Scope> scopes) {}
