package dev.parley.access;

import dev.parley.access.domain.Account;
import dev.parley.shared.OwnTransaction;
import dev.parley.testdesk.TestDesk;
import java.time.Duration;
import java.util.Optional;

/** As the container does it: each try in a transaction of its own. */
final class AttemptsInTransactions extends SignInAttempts {
    private final OwnTransaction own;
    private final SignInAttempts attempts;

    private AttemptsInTransactions(OwnTransaction own, SignInAttempts attempts) {
        this.own = own;
        this.attempts = attempts;
    }

    /** Signing in at that desk goes this way. */
    static void provide(TestDesk desk) {
        OwnTransaction own = desk.get(OwnTransaction.class);
        desk.provide(SignInAttempts.class, new AttemptsInTransactions(own, desk.get(SignInAttempts.class)));
    }

    @Override
    public Duration lock(String email) {
        return own.call(() -> attempts.lock(email));
    }

    @Override
    public Outcome attempt(String email, String password, String code, SignInKind kind, ClientInfo client) {
        return own.call(() -> attempts.attempt(email, password, code, kind, client));
    }

    @Override
    public Outcome finish(String ticket, String code, SignInKind kind, ClientInfo client) {
        return own.call(() -> attempts.finish(ticket, code, kind, client));
    }

    @Override
    public Optional<Outcome> confirm(long accountId, String password) {
        return own.call(() -> attempts.confirm(accountId, password));
    }

    /** Within the caller's own. */
    @Override
    public Outcome pass(Account account, SignInKind kind, ClientInfo client) {
        return attempts.pass(account, kind, client);
    }
}
