package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;

/** What the audit log keeps of people who come and go, in the transaction of the change. */
@ApplicationScoped
class PersonTrail {
    private static final JsonObject ACTIVE = state("active");
    private static final JsonObject DEACTIVATED = state("deactivated");

    @Inject
    AuditTrail audit;

    public void invited(Caller.Staff by, Account account, Instant expiresAt) {
        audit.record(by, subject(AuditKind.INVITATION, account), null, invitation(account, expiresAt));
    }

    public void withdrawn(Caller.Staff by, Account account) {
        audit.record(by, subject(AuditKind.INVITATION, account), invitation(account, null), null);
    }

    public void joined(Caller.Staff by, Account account) {
        audit.record(by, subject(AuditKind.PERSON, account), state("invited"), ACTIVE);
    }

    public void left(Caller.Staff by, Account account) {
        audit.record(by, subject(AuditKind.PERSON, account), ACTIVE, DEACTIVATED);
    }

    public void returned(Caller.Staff by, Account account) {
        audit.record(by, subject(AuditKind.PERSON, account), DEACTIVATED, ACTIVE);
    }

    public void factorsForgotten(Caller.Staff by, Account account, HeldFactors before) {
        audit.record(by, subject(AuditKind.PERSON, account), factors(before), factors(new HeldFactors(false, 0)));
    }

    private static JsonObject factors(HeldFactors held) {
        return Json.createObjectBuilder()
                .add("codes", held.codes())
                .add("passkeys", held.passkeys())
                .build();
    }

    private static AuditSubject subject(AuditKind kind, Account account) {
        return new AuditSubject(kind, account.publicId(), account.name());
    }

    private static JsonObject invitation(Account account, Instant expiresAt) {
        var json = Json.createObjectBuilder()
                .add("email", account.email())
                .add("name", account.name())
                .add("role", account.role().said());
        if (expiresAt != null) json.add("expiresAt", expiresAt.toString());
        return json.build();
    }

    private static JsonObject state(String state) {
        return Json.createObjectBuilder().add("state", state).build();
    }
}
