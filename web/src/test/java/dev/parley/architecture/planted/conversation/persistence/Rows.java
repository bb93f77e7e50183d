package dev.parley.architecture.planted.conversation.persistence;

/** Behind a door. */
public class Rows {}
