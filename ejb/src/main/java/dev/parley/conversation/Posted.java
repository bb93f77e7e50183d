package dev.parley.conversation;

/** A message is stored: its receipt, and the right to write the next one without asking again. */
public record Posted(Receipt receipt, Admission admission) {}
