package dev.parley.architecture.planted.web;

import dev.parley.architecture.planted.conversation.PlainBean;

/** Calls what nothing guards. */
public class UnguardedPage {
    PlainBean bean;
}
