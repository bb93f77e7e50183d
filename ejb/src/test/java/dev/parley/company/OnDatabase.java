package dev.parley.company;

import jakarta.persistence.EntityManager;

/** Gives doors their database, as the container would. */
public final class OnDatabase {
    private OnDatabase() {}

    public static void let(Sites sites, EntityManager em) {
        sites.em = em;
    }

    /** Who is let in, as the database has it. */
    public static Suspensions suspensions(EntityManager em) {
        Suspensions suspensions = new Suspensions();
        suspensions.em = em;
        return suspensions;
    }
}
