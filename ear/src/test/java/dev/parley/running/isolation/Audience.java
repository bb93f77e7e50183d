package dev.parley.running.isolation;

import static dev.parley.running.isolation.Actor.AGENT;
import static dev.parley.running.isolation.Actor.EDITOR;
import static dev.parley.running.isolation.Actor.NOBODY;
import static dev.parley.running.isolation.Actor.OWNER;
import static dev.parley.running.isolation.Actor.SUPERVISOR;
import static dev.parley.running.isolation.Actor.VISITOR;

import java.util.Set;

/** Who of Acme may ask for something. */
enum Audience {
    EVERYBODY(Set.of(NOBODY, VISITOR, AGENT, EDITOR, SUPERVISOR, OWNER)),
    VISITORS(Set.of(VISITOR)),
    COLLEAGUES(Set.of(AGENT, EDITOR, SUPERVISOR, OWNER)),
    /** Those who answer visitors. */
    ANSWERING(Set.of(AGENT, SUPERVISOR, OWNER)),
    /** Visitors and those who answer them. */
    PARTICIPANTS(Set.of(VISITOR, AGENT, SUPERVISOR, OWNER)),
    EDITORS(Set.of(EDITOR, OWNER)),
    REPORTING(Set.of(SUPERVISOR, OWNER)),
    /** Those who look after others. */
    SUPERVISORS(Set.of(SUPERVISOR, OWNER)),
    ADMINISTRATORS(Set.of(OWNER)),
    /** Everybody who works in the portal. */
    PORTAL(Set.of(EDITOR, SUPERVISOR, OWNER)),
    /** Signed-in pages only; no bearer will do. */
    PAGES(Set.of()),
    /** Whoever runs the installation, and nobody of a company. */
    OPERATOR(Set.of());

    private final Set<Actor> may;

    Audience(Set<Actor> may) {
        this.may = may;
    }

    boolean has(Actor actor) {
        return may.contains(actor);
    }
}
