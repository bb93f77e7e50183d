package dev.parley.agent.domain;

import dev.parley.shared.InstantConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change of a presence, for ever: reports of an agent's time are computed from these. */
@Entity
@Table(name = "agent_presence_event")
public class PresenceEntry {
    @Id
    @SequenceGenerator(
            name = "agent_presence_event_seq",
            sequenceName = "agent_presence_event_seq",
            allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agent_presence_event_seq")
    private long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "account_id")
    private long accountId;

    @Convert(converter = InstantConverter.class)
    private Instant at;

    private String status;
    private String reason;
    private String actor;

    protected PresenceEntry() {}

    /** @param actor the public id of who changed it, or {@code system} */
    public PresenceEntry(AgentPresence presence, String actor, Instant at) {
        this.companyId = presence.companyId();
        this.accountId = presence.accountId();
        this.at = at;
        this.status = presence.status().wire();
        this.reason = presence.reason();
        this.actor = actor;
    }
}
