package dev.parley.demo;

import dev.parley.shared.Role;
import java.util.List;

/** A colleague of a demo company and the departments he or she belongs to. */
record DemoPerson(String email, String name, String title, Role role, List<String> departments) {}
