package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.Deactivations;
import dev.parley.access.SignInEnded;
import dev.parley.agent.Agents;
import dev.parley.agent.Observers;
import dev.parley.agent.Presence;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody leaves the company: out at once, and nobody waits for somebody who does not come again. */
@Tag("SEC-1")
@Tag("COM-3")
class DeactivationIT {
    private TestDesk desk;
    private Caller.Staff admin;
    private Deactivations people;

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        desk.get(DrainTriggers.class);
        desk.get(OfferReturns.class);
        Observers.listen(desk);
        admin = desk.colleague("Ada", Role.ADMINISTRATOR, 1);
        people = desk.get(Deactivations.class);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_was_in_hand_and_what_was_offered_waits_again_and_goes_to_a_colleague(Kind kind) throws Exception {
        open(kind);
        Caller.Staff ann = available("Ann");
        long inHand = desk.waiting(1);
        desk.await("the offer", () -> swept(() -> offered(ann, inHand)));
        desk.get(Offers.class).accept(ann, "conversation-" + inHand);
        long offered = desk.waiting(1);
        desk.await("another offer", () -> swept(() -> offered(ann, offered)));

        people.deactivate(admin, ann.publicId());

        assertThat(desk.ask("select status from conversation where id = ?", inHand))
                .isEqualTo("waiting");
        assertThat(offered(ann, offered)).isFalse();
        assertThat(desk.ask("select status from agent_presence where account_id = ?", ann.accountId()))
                .isEqualTo("offline");
        assertThat(desk.ask("select name from account where id = ?", ann.accountId()))
                .isEqualTo("Ann");
        assertThat(desk.news).hasAtLeastOneElementOfType(SignInEnded.class);
        Caller.Staff bob = available("Bob");
        desk.await("a colleague is asked", () -> swept(() -> offered(bob, inHand)));
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void nobody_deactivates_themselves_nor_an_owner_without_being_one(Kind kind) throws Exception {
        open(kind);
        Caller.Staff owner = desk.colleague("Olga", Role.OWNER, 1);
        Caller.Staff ann = desk.agent("Ann", 1);

        assertThatThrownBy(() -> people.deactivate(admin, admin.publicId())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> people.deactivate(admin, owner.publicId())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.deactivate(ann, admin.publicId())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> people.deactivate(admin, "nowhere")).isInstanceOf(NotFound.class);
        people.deactivate(owner, admin.publicId());
        assertThat(desk.ask("select active from account where id = ?", admin.accountId()))
                .isEqualTo(false);
        people.activate(owner, admin.publicId());
        assertThat(desk.ask("select active from account where id = ?", admin.accountId()))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void of_two_owners_who_take_each_other_out_at_once_one_stays(Kind kind) throws Exception {
        open(kind);
        Caller.Staff olga = desk.colleague("Olga", Role.OWNER, 1);
        Caller.Staff otto = desk.colleague("Otto", Role.OWNER, 1);
        var both = Executors.newFixedThreadPool(2);

        Future<?> first = both.submit(() -> people.deactivate(olga, otto.publicId()));
        Future<?> second = both.submit(() -> people.deactivate(otto, olga.publicId()));
        both.shutdown();
        assertThat(both.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(Stream.of(first, second).filter(DeactivationIT::failed)).hasSize(1);
        assertThat(desk.count("select count(*) from account where role = 'owner' and active = true"))
                .isEqualTo(1);
    }

    private static boolean failed(Future<?> future) {
        try {
            future.get();
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(Forbidden.class);
            return true;
        }
    }

    private Caller.Staff available(String name) {
        Caller.Staff agent = desk.agent(name, 1);
        desk.get(Agents.class).connected(agent, "socket of " + name);
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        return agent;
    }

    private boolean offered(Caller.Staff agent, long conversation) {
        return desk.count(
                        "select count(*) from offer where account_id = ? and open_for = ?",
                        agent.accountId(),
                        conversation)
                == 1;
    }

    private boolean swept(java.util.function.BooleanSupplier condition) {
        if (!condition.getAsBoolean()) desk.get(QueueSweep.class).sweep();
        return condition.getAsBoolean();
    }
}
