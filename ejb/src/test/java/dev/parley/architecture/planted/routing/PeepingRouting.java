package dev.parley.architecture.planted.routing;

import dev.parley.architecture.planted.conversation.Talks;
import dev.parley.architecture.planted.conversation.persistence.Rows;

/** Walks past a door, and closes a cycle. */
public class PeepingRouting {
    Talks talks;
    Rows rows;
}
