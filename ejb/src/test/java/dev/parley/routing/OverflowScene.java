package dev.parley.routing;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.company.DepartmentDraft;
import dev.parley.company.DepartmentSettings;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.shared.Caller;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** A desk whose departments let go what waits. It is Wednesday 2026-11-25, 8:00 UTC. */
abstract class OverflowScene {
    static final long SUPPORT = 1;
    static final long SALES = 2;

    TestDesk desk;
    Caller.Staff admin;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        desk.get(OfferReturns.class);
        // what only writing a message would ask for
        desk.provide(Instance.class, (Instance<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
        admin = desk.colleague("Ada", Role.ADMINISTRATOR);
    }

    Caller.Staff there(String name, long... departments) {
        Caller.Staff agent = desk.agent(name, departments);
        desk.get(Agents.class).connected(agent, "socket of " + name);
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        return agent;
    }

    void away(Caller.Staff agent) {
        desk.get(Agents.class).setPresence(agent, Presence.AWAY, null);
    }

    /** Agents choose there themselves, so that nothing is held out. */
    void byHand(long... departments) {
        for (long department : departments) {
            desk.get(DepartmentRules.class)
                    .write(
                            admin,
                            id(department),
                            new RoutingDraft(Strategy.MANUAL, null, null, null, null, null, SkillSet.NONE, null));
        }
    }

    void rule(long from, long to, Integer length, Integer minutes, Integer seconds, boolean unattended) {
        desk.get(Overflows.class)
                .change(admin, id(from), new OverflowDraft(id(to), length, minutes, seconds, unattended), null);
    }

    long department(String name) {
        String made = in(() ->
                        desk.get(DepartmentSettings.class).create(admin, new DepartmentDraft(name, null, null, null)))
                .id();
        return desk.count("select id from department where public_id = ?", made);
    }

    String id(long department) {
        return (String) desk.ask("select public_id from department where id = ?", department);
    }

    void look() {
        desk.get(OverflowDesk.class).look(TestDesk.COMPANY, false);
    }

    long where(long conversation) {
        return desk.count("select department_id from conversation where id = ?", conversation);
    }

    List<Long> queue(long department) {
        return desk.get(Queues.class).places(TestDesk.COMPANY, department).stream()
                .map(QueuePlace::conversationId)
                .toList();
    }

    long steps(long conversation) {
        return desk.count("select count(*) from conversation_overflow where conversation_id = ?", conversation);
    }

    String reason(long conversation) {
        return (String) desk.ask(
                "select reason from conversation_overflow where conversation_id = ? order by step desc", conversation);
    }

    <T> T in(Supplier<T> work) {
        return desk.get(OwnTransaction.class).call(work);
    }

    void take(long conversation, Caller.Staff agent) {
        in(() -> {
            desk.get(Lifecycle.class).assign(conversation, agent.accountId(), Author.of(agent), null);
            return null;
        });
    }

    void end(long conversation, Caller.Staff agent) {
        in(() -> {
            desk.get(Lifecycle.class).close(conversation, Author.of(agent), "agent");
            return null;
        });
    }

    boolean attended(long department) {
        return desk.get(Reachability.class).attended(TestDesk.COMPANY, 1, department);
    }
}
