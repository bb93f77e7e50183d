package dev.parley.architecture.planted.conversation;

import jakarta.servlet.http.HttpServletRequest;

/** Knows HTTP. */
public class ServletDoor {
    HttpServletRequest request;
}
