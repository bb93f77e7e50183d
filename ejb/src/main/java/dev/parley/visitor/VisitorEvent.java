package dev.parley.visitor;

/** What happened to a visitor. Fired in the transaction that keeps it. */
public sealed interface VisitorEvent {
    long companyId();

    long visitorId();

    /** More, or something else, is known of it: who it is, where it is. @param visitor its public id */
    record VisitorChanged(long companyId, long visitorId, String visitor) implements VisitorEvent {}
}
