package dev.parley.architecture.planted.agent;

import dev.parley.architecture.planted.conversation.Talks;

/** Knows a feature that it may not know. */
public class CuriousAgent {
    Talks talks;
}
