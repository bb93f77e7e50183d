package dev.parley.architecture.planted.conversation;

import jakarta.enterprise.context.ApplicationScoped;

/** No session bean: nothing guards it, nothing begins a transaction. */
@ApplicationScoped
public class PlainBean {}
