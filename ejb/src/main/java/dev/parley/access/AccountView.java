package dev.parley.access;

import dev.parley.shared.HeldRole;

/**
 * An account as its owner sees it. {@code id} and {@code company} are public ids; {@code language} is the BCP 47 tag of the language that the
 * pages speak to it, null for the browser's; {@code portrait} is the address of a picture on Parley's own origin, or null.
 */
public record AccountView(
        String id, String name, String email, HeldRole role, String company, String language, String portrait) {}
