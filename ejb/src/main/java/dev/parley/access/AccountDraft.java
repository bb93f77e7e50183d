package dev.parley.access;

import java.util.List;

/**
 * A colleague as an administrator writes it; what is null stays as it is.
 *
 * @param name 1 to 120 characters
 * @param title what the person does, at most 120 characters; blank for none
 * @param languages BCP 47 tags of those that the person answers in, at most 20
 * @param role the word of one of the desk's roles, or the public id of one of the company's own
 * @param version the one that was read, or null to write whatever stands there
 */
public record AccountDraft(String name, String title, List<String> languages, String role, Long version) {
    public AccountDraft {
        languages = languages == null ? null : List.copyOf(languages);
    }
}
