package dev.parley.agent;

/**
 * Somebody who can be reached now, as everybody sees it.
 *
 * @param id public
 * @param photo address of a picture on Parley's own origin
 */
public record TeamFace(String id, String name, String photo) {}
