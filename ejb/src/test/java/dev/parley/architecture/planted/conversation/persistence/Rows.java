package dev.parley.architecture.planted.conversation.persistence;

/** Internal to its feature. */
public class Rows {}
