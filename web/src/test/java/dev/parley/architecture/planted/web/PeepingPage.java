package dev.parley.architecture.planted.web;

import dev.parley.architecture.planted.conversation.persistence.Rows;

/** Walks past a door. */
public class PeepingPage {
    Rows rows;
}
