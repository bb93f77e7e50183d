package dev.parley.access;

import dev.parley.shared.Role;

/** An account as its owner sees it. {@code id} and {@code company} are public ids. */
public record AccountView(String id, String name, String email, Role role, String company) {}
