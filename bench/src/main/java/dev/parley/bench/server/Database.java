package dev.parley.bench.server;

/** A database as {@code PARLEY_DB_URL}, {@code _USER} and {@code _PASSWORD} name it. */
public record Database(String url, String user, String password) {}
