package dev.parley.idempotency.domain;

import dev.parley.idempotency.KeptAnswer;
import dev.parley.shared.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key of one caller. Claimed, then answered, or taken away because nothing was done; gone after a day. */
@Entity
@Table(name = "idempotency_key")
@NamedQuery(
        name = "KeyRow.find",
        query = "select k from KeyRow k where k.companyId = :companyId and k.accountId = :accountId and k.via = :via"
                + " and k.keyHash = :keyHash")
@NamedQuery(name = "KeyRow.count", query = "select count(k) from KeyRow k where k.companyId = :companyId")
@NamedQuery(name = "KeyRow.forget", query = "delete from KeyRow k where k.id = :id and k.status = 0")
@NamedQuery(name = "KeyRow.sweep", query = "delete from KeyRow k where k.begunAt < :before")
public class KeyRow {
    private static final int UNDER_WAY = 0;

    @Id
    @SequenceGenerator(name = "idempotency_key_seq", sequenceName = "idempotency_key_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "idempotency_key_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    private String via;

    @Column(name = "key_hash")
    private String keyHash;

    @Column(name = "request_hash")
    private String requestHash;

    @Column(name = "begun_at")
    private Instant begunAt;

    private int status;
    private String body;

    protected KeyRow() {}

    /** Claims a key for a request. Both are given as SHA-256. */
    public static KeyRow claim(Caller.Staff by, String keyHash, String requestHash, Instant at) {
        KeyRow row = new KeyRow();
        row.companyId = by.companyId();
        row.accountId = by.accountId();
        row.via = via(by);
        row.keyHash = keyHash;
        row.requestHash = requestHash;
        row.begunAt = at;
        row.status = UNDER_WAY;
        return row;
    }

    /** Which of an account's programs asks; empty for the person. */
    public static String via(Caller.Staff by) {
        return by.via() == null ? "" : by.via();
    }

    /** Whether it was claimed for that request. */
    public boolean isFor(String request) {
        return requestHash.equals(request);
    }

    /** What it was answered, or null while it is under way. */
    public KeptAnswer answer() {
        return status == UNDER_WAY ? null : new KeptAnswer(status, body);
    }

    /** It was done, and answered so. */
    public void answer(KeptAnswer answer) {
        status = answer.status();
        body = answer.body();
    }

    public Long id() {
        return id;
    }

    public Instant begunAt() {
        return begunAt;
    }
}
