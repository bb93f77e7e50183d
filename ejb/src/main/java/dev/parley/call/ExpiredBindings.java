package dev.parley.call;

import dev.parley.shared.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Clears away where phones could be reached once. Nobody reads expired bindings; this keeps the table small. */
@Singleton
@PermitAll
public class ExpiredBindings {
    @Inject
    DeskPhones phones;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void forget() {
        phones.forgetExpired(Caller.DESK);
    }
}
