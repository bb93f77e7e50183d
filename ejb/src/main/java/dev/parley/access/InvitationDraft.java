package dev.parley.access;

import dev.parley.shared.Role;
import java.util.Locale;

/**
 * Somebody to invite.
 *
 * @param name at most 120 characters; null or blank for what stands before the @. The person may choose another
 * @param language of the mail
 */
public record InvitationDraft(String email, Role role, String name, Locale language) {}
