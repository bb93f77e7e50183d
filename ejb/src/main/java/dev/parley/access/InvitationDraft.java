package dev.parley.access;

import java.util.Locale;

/**
 * Somebody to invite.
 *
 * @param role the word of one of the desk's roles, or the public id of one of the company's own
 * @param name at most 120 characters; null or blank for what stands before the @. The person may choose another
 * @param language of the mail
 */
public record InvitationDraft(String email, String role, String name, Locale language) {}
