package dev.parley.notification.domain;

import dev.parley.notification.Letter;
import dev.parley.notification.PushAddress;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.InstantConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * A browser in which a visitor wants to hear of answers. Made on the visitor's wish, ended by it, by the push service, or after so many
 * failures in a row that nobody can be there. While the push service does not take a message, the last one waits here.
 */
@Entity
@Table(name = "push_subscription")
@NamedQuery(
        name = "PushSubscription.ofVisitor",
        query = "select s from PushSubscription s where s.companyId = :companyId and s.visitor = :visitor order by"
                + " s.id")
@NamedQuery(
        name = "PushSubscription.due",
        query = "select s.id from PushSubscription s where s.waitingFor is not null and s.notBefore <= :now order by"
                + " s.notBefore")
@NamedQuery(
        name = "PushSubscription.end",
        query = "delete from PushSubscription s where s.companyId = :companyId and s.visitor = :visitor")
@NamedQuery(
        name = "PushSubscription.endAt",
        query = "delete from PushSubscription s where s.endpointHash = :endpointHash")
public class PushSubscription {
    private static final int MOST_FAILURES = 10;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    @Id
    @SequenceGenerator(name = "push_subscription_seq", sequenceName = "push_subscription_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "push_subscription_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "visitor_id")
    private long visitorId;

    private String visitor;
    private String endpoint;

    @Column(name = "endpoint_hash")
    private String endpointHash;

    private String p256dh;
    private String auth;
    private String notice;
    private int failures;

    @Column(name = "waiting_for")
    private Long waitingFor;

    @Column(name = "not_before")
    @Convert(converter = InstantConverter.class)
    private Instant notBefore;

    @Column(name = "created_at")
    @Convert(converter = InstantConverter.class)
    private Instant createdAt;

    protected PushSubscription() {}

    /** @param notice what the notification will say, in the visitor's language */
    public static PushSubscription of(Caller.Visitor visitor, PushAddress address, String notice, Instant at) {
        PushSubscription subscription = new PushSubscription();
        subscription.companyId = visitor.companyId();
        subscription.visitorId = visitor.visitorId();
        subscription.visitor = visitor.publicId();
        subscription.endpoint = address.endpoint();
        subscription.endpointHash = hash(address.endpoint());
        subscription.p256dh = address.p256dh();
        subscription.auth = address.auth();
        subscription.notice = notice;
        subscription.createdAt = at;
        return subscription;
    }

    /** Under which a browser's address is known. */
    public static String hash(String endpoint) {
        return Digests.sha256(endpoint);
    }

    /** Somebody answered in that conversation: the letter to send, or null while the push service is left alone. Then it waits. */
    public Letter answered(long conversation, Instant now) {
        if (notBefore != null && notBefore.isAfter(now)) {
            waitingFor = conversation;
            return null;
        }
        return new Letter(id, companyId, conversation, new PushAddress(endpoint, p256dh, auth), notice);
    }

    /** The letter that waited long enough and is on its way again, or null. Until {@code again} nobody else takes it. */
    public Letter waited(Instant now, Instant again) {
        if (waitingFor == null || notBefore.isAfter(now)) return null;
        notBefore = again;
        return new Letter(id, companyId, waitingFor, new PushAddress(endpoint, p256dh, auth), notice);
    }

    /** The push service took one. */
    public void taken() {
        failures = 0;
        waitingFor = null;
        notBefore = null;
    }

    /**
     * The push service did not take it, and is left alone for a while, each time for longer.
     *
     * @param asked for how long it asked to be left alone at least
     * @return whether there is any hope left
     */
    public boolean failed(long conversation, Duration asked, Instant now) {
        failures++;
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, MOST_FAILURES));
        if (asked.compareTo(wait) > 0) wait = asked;
        if (wait.compareTo(LONGEST_WAIT) > 0) wait = LONGEST_WAIT;
        waitingFor = conversation;
        notBefore = now.plus(wait);
        return failures < MOST_FAILURES;
    }

    public Long id() {
        return id;
    }
}
