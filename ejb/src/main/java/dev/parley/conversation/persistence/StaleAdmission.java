package dev.parley.conversation.persistence;

/** The conversation has changed since the sender was admitted: ask again. Never reaches a client. */
public class StaleAdmission extends RuntimeException {
    public StaleAdmission() {
        super("the conversation has changed since the sender was admitted", null, false, false);
    }
}
