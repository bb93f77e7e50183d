package dev.parley.access;

import dev.parley.shared.HeldRole;
import java.util.List;

/**
 * An account, active unless something else is said, as the company's administrators see it. {@code id} is public.
 *
 * @param title what the person does, or null
 * @param languages BCP 47 tags of those that the person answers in
 * @param portrait address of a picture on Parley's own origin, or null
 * @param version grows with every change by an administrator
 */
public record AccountDetails(
        String id,
        String name,
        String email,
        String title,
        HeldRole role,
        List<String> languages,
        String portrait,
        long version) {
    public AccountDetails {
        languages = List.copyOf(languages);
    }
}
