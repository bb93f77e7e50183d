package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.access.domain.Passkey;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditSubject;
import dev.parley.audit.AuditTrail;
import dev.parley.shared.Caller;
import dev.parley.shared.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** What the audit log keeps of passkeys, in the transaction of the change. */
@ApplicationScoped
class PasskeyTrail {
    @Inject
    AuditTrail audit;

    public void made(Caller.Staff by, Account account, Passkey passkey) {
        audit.record(by, subject(account), null, named(passkey.name()));
    }

    public void renamed(Caller.Staff by, Account account, String former, Passkey passkey) {
        audit.record(by, subject(account), named(former), named(passkey.name()));
    }

    public void removed(Caller.Staff by, Account account, Passkey passkey) {
        audit.record(by, subject(account), named(passkey.name()), null);
    }

    /** An older state of it was used, and refused. */
    public void copied(Account account, Passkey passkey, ClientInfo client) {
        var claimed = new Caller.Staff(
                account.companyId(),
                account.id(),
                account.publicId(),
                account.name(),
                account.role(),
                0,
                client.address(),
                null);
        JsonObject what = Json.createObjectBuilder(named(passkey.name()))
                .add("passkeyCopied", true)
                .build();
        audit.record(claimed, subject(account), null, what);
    }

    private static AuditSubject subject(Account account) {
        return new AuditSubject(AuditKind.PASSKEY, account.publicId(), account.name());
    }

    private static JsonObject named(String name) {
        return Json.createObjectBuilder().add("passkey", name).build();
    }
}
