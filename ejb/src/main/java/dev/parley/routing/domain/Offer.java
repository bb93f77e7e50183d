package dev.parley.routing.domain;

import dev.parley.routing.OfferOutcome;
import dev.parley.shared.InstantConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * One waiting conversation held out to one agent, alone or as one of many. It is open for a while and takes a place of the agent's capacity meanwhile; it ends
 * once, accepted or not, and stays as the record of who had the conversation already.
 */
@Entity
@Table(name = "offer")
public class Offer {
    @Id
    @SequenceGenerator(name = "offer_seq", sequenceName = "offer_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "offer_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "conversation_id")
    private long conversationId;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "offered_at")
    @Convert(converter = InstantConverter.class)
    private Instant offeredAt;

    @Column(name = "expires_at")
    @Convert(converter = InstantConverter.class)
    private Instant expiresAt;

    @Column(name = "ended_at")
    @Convert(converter = InstantConverter.class)
    private Instant endedAt;

    private String outcome;

    /**
     * The conversation while open, else null. Unique in the database together with the seat: a conversation is held out to one agent at a
     * time, or to each of many once.
     */
    @Column(name = "open_for")
    private Long openFor;

    /** The agent where many are asked at once, else 0. */
    @Column(name = "ring_seat")
    private long ringSeat;

    /** The decision that made it; null of offers made before decisions were kept. */
    @Column(name = "decision_id")
    private Long decisionId;

    protected Offer() {}

    /** Holds the conversation out to the agent for {@code time}. */
    public static Offer make(long companyId, long conversationId, long accountId, Instant at, Duration time) {
        var offer = new Offer();
        offer.companyId = companyId;
        offer.conversationId = conversationId;
        offer.accountId = accountId;
        offer.offeredAt = at;
        offer.expiresAt = at.plus(time);
        offer.openFor = conversationId;
        return offer;
    }

    /** Holds the conversation out to the agent and to others at the same time: the first who accepts has it. */
    public static Offer ring(long companyId, long conversationId, long accountId, Instant at, Duration time) {
        Offer offer = make(companyId, conversationId, accountId, at, time);
        offer.ringSeat = accountId;
        return offer;
    }

    /** Says which decision made it. */
    public Offer because(long decision) {
        decisionId = decision;
        return this;
    }

    /** @throws IllegalStateException if it has ended already */
    public void end(OfferOutcome how, Instant at) {
        if (endedAt != null) throw new IllegalStateException("offer " + id + " has ended already");
        endedAt = at;
        outcome = how.wire();
        openFor = null;
    }

    public boolean open() {
        return endedAt == null;
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public boolean isFor(long account) {
        return accountId == account;
    }

    public Long id() {
        return id;
    }

    public long companyId() {
        return companyId;
    }

    public long conversationId() {
        return conversationId;
    }

    public long accountId() {
        return accountId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
