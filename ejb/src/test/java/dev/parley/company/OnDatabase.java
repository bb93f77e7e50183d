package dev.parley.company;

import jakarta.persistence.EntityManager;

/** Gives doors their database, as the container would. */
public final class OnDatabase {
    private OnDatabase() {}

    public static void let(Sites sites, EntityManager em) {
        sites.em = em;
    }
}
