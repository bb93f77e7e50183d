package dev.parley.architecture.planted.conversation;

import dev.parley.architecture.planted.routing.PeepingRouting;

/** A door, and one half of a cycle. */
public class Talks {
    PeepingRouting routing;
}
