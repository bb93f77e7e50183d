package dev.parley.agent;

import dev.parley.agent.persistence.Leases;
import dev.parley.agent.persistence.Leases.Holder;
import dev.parley.agent.persistence.Presences;
import dev.parley.shared.Node;
import dev.parley.shared.OwnTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the leases of this node's sockets and finds those that ran out, on whatever node. The number of sockets is read under the
 * agent's lock, so that of two that open and close together the last to write knows the truth.
 */
@ApplicationScoped
class LeaseBook {
    private final LeaseTerms terms = LeaseTerms.fromSettings();

    @Inject
    LiveSockets sockets;

    @Inject
    Leases leases;

    @Inject
    Presences presences;

    @Inject
    Node node;

    @Inject
    OwnTransaction transaction;

    @Inject
    Event<AgentEvent> news;

    @Inject
    Clock clock;

    public void opened(long companyId, long accountId, String socket) {
        sockets.add(companyId, accountId, socket);
        settle(new Holder(companyId, accountId));
    }

    public void closed(long companyId, long accountId, String socket) {
        sockets.remove(accountId, socket);
        settle(new Holder(companyId, accountId));
    }

    /** Writes how many sockets of the agent are here, and tells if that makes the agent reachable or not. */
    private void settle(Holder agent) {
        transaction.run(() -> {
            Instant at = clock.instant();
            presences.lock(agent.companyId(), agent.accountId(), at);
            boolean before = leases.live(agent.accountId(), terms.liveAfter(at));
            leases.write(agent, node.id(), sockets.count(agent.accountId()), at);
            boolean after = leases.live(agent.accountId(), terms.liveAfter(at));
            if (after && !before) news.fire(new AgentEvent.Connected(agent.companyId(), agent.accountId()));
            if (before && !after) news.fire(new AgentEvent.Disconnected(agent.companyId(), agent.accountId()));
        });
    }

    /** Says of every agent connected here that this still is so, and mends what a failed write left behind. */
    public void renew() {
        Set<Holder> here = new TreeSet<>(Comparator.comparingLong(Holder::accountId));
        sockets.companies().forEach((account, company) -> here.add(new Holder(company, account)));
        Instant at = clock.instant();
        transaction.run(() -> here.forEach(agent -> {
            int count = sockets.count(agent.accountId());
            if (count > 0) leases.write(agent, node.id(), count, at);
        }));
        for (Holder agent : leases.of(node.id())) if (!here.contains(agent)) settle(agent);
    }

    /** Agents whose leases ran out, whatever node held them. */
    public void loseExpired() {
        for (Holder agent : leases.expired(terms.graceEnd(clock.instant()))) transaction.run(() -> lose(agent));
    }

    private void lose(Holder agent) {
        Instant at = clock.instant();
        presences.lock(agent.companyId(), agent.accountId(), at);
        Instant graceEnd = terms.graceEnd(at);
        boolean lost = leases.lost(agent.accountId(), graceEnd);
        if (leases.forget(agent.accountId(), graceEnd) > 0 && lost) {
            news.fire(new AgentEvent.ConnectionLost(agent.companyId(), agent.accountId()));
        }
    }

    public Instant liveAfter() {
        return terms.liveAfter(clock.instant());
    }

    public boolean live(long accountId) {
        return leases.live(accountId, liveAfter());
    }

    public LeaseTerms terms() {
        return terms;
    }
}
