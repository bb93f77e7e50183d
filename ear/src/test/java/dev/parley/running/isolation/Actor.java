package dev.parley.running.isolation;

/** Who asks. The first six belong to Acme, the others to Globex. */
enum Actor {
    NOBODY(null),
    VISITOR(null),
    AGENT("agent1@acme.example"),
    EDITOR("editor@acme.example"),
    SUPERVISOR("supervisor@acme.example"),
    OWNER("admin@acme.example"),
    FOREIGN_VISITOR(null),
    FOREIGN_AGENT("agent@globex.example"),
    FOREIGN_OWNER("admin@globex.example");

    private final String email;

    Actor(String email) {
        this.email = email;
    }

    /** Null for those who do not sign in. */
    String email() {
        return email;
    }

    boolean isForeign() {
        return name().startsWith("FOREIGN");
    }
}
