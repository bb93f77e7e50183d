package dev.parley.architecture.planted.web;

import jakarta.persistence.EntityManager;

/** Knows tables. */
public class TablePage {
    EntityManager tables;
}
