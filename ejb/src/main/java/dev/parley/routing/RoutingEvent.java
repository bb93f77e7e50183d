package dev.parley.routing;

/** News of offers and queues. Fired in the transaction that keeps it; observe after success. May be lost with the process. */
public sealed interface RoutingEvent {
    long companyId();

    /** The conversation is held out to the agent {@code accountId}. */
    record OfferMade(long companyId, long accountId, long conversationId, OfferView offer) implements RoutingEvent {}

    /** @param conversation public id */
    record OfferEnded(long companyId, long accountId, long conversationId, String conversation, OfferOutcome outcome)
            implements RoutingEvent {}

    /** Places in the department's queue may have changed. Fired outside transactions, many changes as one. */
    record QueueMoved(long companyId, long departmentId) implements RoutingEvent {}
}
