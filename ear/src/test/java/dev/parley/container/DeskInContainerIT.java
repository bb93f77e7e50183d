package dev.parley.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.access.ClientInfo;
import dev.parley.access.SignInKind;
import dev.parley.access.SignIns;
import dev.parley.call.DeskPhones;
import dev.parley.conversation.Closing;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Draft;
import dev.parley.conversation.Message;
import dev.parley.conversation.Posting;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.SendOrder;
import dev.parley.routing.Offers;
import dev.parley.shared.Caller;
import dev.parley.shared.DeskException;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Unauthorized;
import dev.parley.shared.Vitals;
import dev.parley.visitor.VisitorDetails;
import dev.parley.visitor.Visitors;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.servlet.sip.SipServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The doors as the container makes them: injected, guarded, in its transactions, on its data source. On all three servers. */
@ExtendWith(ArquillianExtension.class)
class DeskInContainerIT {
    private static final int VISITORS = 20;
    private static final int MESSAGES = 10;
    private static final int ROUNDS = 25;

    @Deployment
    static Archive<?> parley() {
        return Packed.with(DeskInContainerIT.class);
    }

    @Inject
    private Vitals vitals;

    @Inject
    private Visitors visitors;

    @Inject
    private Posting posting;

    @Inject
    private Conversations conversations;

    @Inject
    private SignIns signIns;

    @Inject
    private Offers offers;

    @Inject
    private DeskPhones phones;

    @Inject
    @Any
    private Instance<SipServlet> sipServlets;

    @Resource
    private ManagedExecutorService executor;

    @Test
    void persistence_is_eclipselink_with_woven_entities() {
        Vitals.Persistence persistence = vitals.persistence();

        assertTrue(persistence.provider().startsWith("org.eclipse.persistence."), persistence.provider());
        assertTrue(persistence.entities() > 0);
        assertEquals(List.of(), persistence.notWoven());
    }

    @Test
    @Tag("CHAT-2")
    void messages_committed_in_groups_keep_their_order_and_leave_no_gap() throws Exception {
        List<Caller.Visitor> all = new ArrayList<>();
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < VISITORS; i++) {
            all.add(visitor());
            opened.add(say(all.get(i), null, "0").get(60, TimeUnit.SECONDS).conversation());
        }

        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int n = 1; n < MESSAGES; n++) {
            for (int i = 0; i < VISITORS; i++) receipts.add(say(all.get(i), opened.get(i), Integer.toString(n)));
        }
        for (CompletableFuture<Receipt> receipt : receipts) receipt.get(60, TimeUnit.SECONDS);

        for (int i = 0; i < VISITORS; i++) {
            List<Message> kept = conversations
                    .history(all.get(i), opened.get(i), 0L, null, 200)
                    .messages();
            List<Long> seqs = kept.stream().map(Message::seq).toList();
            assertEquals(
                    MESSAGES, kept.stream().filter(m -> m.author().isVisitor()).count());
            for (int n = 0; n < seqs.size(); n++) assertEquals(n + 1, seqs.get(n));
        }
    }

    @Test
    @Tag("CHAT-8")
    void another_companys_conversation_is_as_unknown_as_one_that_never_was() throws Exception {
        String conversation =
                say(visitor(), null, "hello").get(60, TimeUnit.SECONDS).conversation();
        Caller.Staff stranger = agent("agent@globex.example");
        Caller.Staff colleague = agent("agent1@acme.example");

        NotFound foreign = assertThrows(NotFound.class, () -> conversations.get(stranger, conversation));
        NotFound never =
                assertThrows(NotFound.class, () -> conversations.get(stranger, "x" + conversation.substring(1)));

        assertEquals(never.getMessage(), foreign.getMessage());
        assertEquals(conversation, conversations.get(colleague, conversation).id());
    }

    /** The refusals arrive as they were thrown: the container wraps what it is not told to leave alone. */
    @Test
    @Tag("SEC-2")
    void a_door_is_shut_to_nobody_to_a_visitor_and_to_the_wrong_role() {
        Caller.Visitor visitor = visitor();
        Caller.Staff agent = agent("agent1@acme.example");

        assertThrows(Unauthorized.class, () -> conversations.mine(Caller.NOBODY));
        assertThrows(Forbidden.class, () -> phones.all(visitor));
        assertThrows(Forbidden.class, () -> phones.all(agent));
        assertFalse(phones.all(agent("admin@acme.example")).isEmpty(), "the demo has phones");
    }

    @Test
    @Tag("VOX-3")
    void the_sip_modules_servlets_are_beans() {
        Set<String> found = sipServlets
                .handlesStream()
                .map(servlet -> servlet.getBean().getBeanClass().getSimpleName())
                .collect(Collectors.toSet());

        assertEquals(Set.of("OptionsServlet", "RegistrarServlet", "SwitchboardServlet"), found);
    }

    @Test
    @Tag("ROU-4")
    void a_conversation_never_has_two_owners() throws Exception {
        List<Caller.Staff> agents = List.of(agent("agent1@acme.example"), agent("agent2@acme.example"));
        for (int round = 0; round < ROUNDS; round++) {
            String conversation =
                    say(visitor(), null, "race").get(60, TimeUnit.SECONDS).conversation();

            List<Future<Boolean>> tries = new ArrayList<>();
            for (Caller.Staff agent : agents) tries.add(executor.submit(() -> accepts(agent, conversation)));
            int owners = 0;
            for (Future<Boolean> attempt : tries) if (attempt.get(60, TimeUnit.SECONDS)) owners++;

            assertEquals(1, owners, "owners in round " + round);
            conversations.close(agents.get(0), conversation, Closing.WITHOUT_A_WORD);
        }
    }

    private boolean accepts(Caller.Staff agent, String conversation) {
        try {
            offers.accept(agent, conversation);
            return true;
        } catch (DeskException colleagueWasFaster) {
            return false;
        }
    }

    private Caller.Visitor visitor() {
        return visitors.open("acme", null, null, VisitorDetails.NONE, List.of()).caller();
    }

    private Caller.Staff agent(String email) {
        return signIns.signIn(Caller.NOBODY, email, "parley-demo", null, SignInKind.API, ClientInfo.UNKNOWN)
                .caller();
    }

    private CompletableFuture<Receipt> say(Caller.Visitor visitor, String conversation, String text) {
        Draft draft = new Draft(UUID.randomUUID().toString(), conversation, null, text, List.of(), null, null);
        return posting.post(visitor, draft, new SendOrder()).thenApply(posted -> posted.receipt());
    }
}
