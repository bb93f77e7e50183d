package dev.parley.agent.domain;

import dev.parley.shared.InstantConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A node's word that it has sockets of an agent. It counts only while it is young; nobody takes it back for a node that died. */
@Entity
@Table(name = "agent_lease")
@IdClass(AgentLease.Key.class)
public class AgentLease {
    @Id
    @Column(name = "account_id")
    private long accountId;

    @Id
    private String node;

    @Column(name = "company_id")
    private long companyId;

    private int sockets;

    @Column(name = "renewed_at")
    @Convert(converter = InstantConverter.class)
    private Instant renewedAt;

    protected AgentLease() {}

    /** One agent on one node. */
    public static class Key implements Serializable {
        private long accountId;
        private String node;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.accountId == accountId && Objects.equals(key.node, node);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, node);
        }
    }
}
