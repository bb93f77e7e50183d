package dev.parley.architecture.planted.conversation;

import jakarta.transaction.Transactional;

/** Begins transactions behind the doors. */
@Transactional
public class TransactionalBean {}
