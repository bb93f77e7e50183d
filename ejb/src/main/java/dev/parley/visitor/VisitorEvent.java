package dev.parley.visitor;

import dev.parley.shared.Caller;

/** What happened to a visitor. Fired in the transaction that keeps it. */
public sealed interface VisitorEvent {
    long companyId();

    long visitorId();

    /** More, or something else, is known of it: who it is, where it is. @param who as it is called now */
    record VisitorChanged(Caller.Visitor who) implements VisitorEvent {
        @Override
        public long companyId() {
            return who.companyId();
        }

        @Override
        public long visitorId() {
            return who.visitorId();
        }
    }
}
