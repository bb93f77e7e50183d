package dev.parley.call.domain;

import dev.parley.call.Binding;
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

/** A {@link Binding} as it is kept. Never changed: a registration replaces all of a phone. */
@Entity
@Table(name = "phone_binding")
public class PhoneBinding {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "phone_binding_seq")
    @SequenceGenerator(name = "phone_binding_seq", sequenceName = "phone_binding_seq", allocationSize = 50)
    private long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "phone_id")
    private long phoneId;

    private String contact;

    @Column(name = "call_id")
    private String callId;

    private long cseq;
    private Integer preference;
    private String transport;

    @Column(name = "remote_address")
    private String remoteAddress;

    @Column(name = "remote_port")
    private int remotePort;

    @Column(name = "expires_at")
    @Convert(converter = InstantConverter.class)
    private Instant expiresAt;

    protected PhoneBinding() {}

    /** Where {@code phone} can be reached. */
    public PhoneBinding(DeskPhone phone, Binding binding) {
        companyId = phone.companyId();
        phoneId = phone.id();
        contact = binding.contact();
        callId = binding.callId();
        cseq = binding.cseq();
        preference = binding.preference();
        transport = binding.transport();
        remoteAddress = binding.remoteAddress();
        remotePort = binding.remotePort();
        expiresAt = binding.expiresAt();
    }

    /** What it says. */
    public Binding view() {
        return new Binding(contact, callId, cseq, preference, transport, remoteAddress, remotePort, expiresAt);
    }
}
