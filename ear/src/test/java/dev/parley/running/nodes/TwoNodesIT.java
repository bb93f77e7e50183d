package dev.parley.running.nodes;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.Await;
import dev.parley.running.ChatClient;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A visitor on one node and an agent on the other notice nothing of that. The first node dies in the last test. */
@Tag("ROU-13")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final String ANNA = "agent1@acme.example";
    private static final String BEN = "agent2@acme.example";

    private static Nodes nodes;

    @BeforeAll
    static void start() {
        nodes = new Nodes();
    }

    @AfterAll
    static void end() {
        if (nodes != null) nodes.close();
    }

    @Test
    @Order(1)
    void an_agent_on_the_other_node_is_seen_gets_the_offer_in_time_and_talks_with_the_visitor() {
        try (ChatClient visitor = nodes.a.visitor("acme");
                ChatClient agent = nodes.b.agent(ANNA)) {
            available(visitor, false);
            Instant before = Instant.now();
            agent.ask(frame("presence").add("status", "available"));
            available(visitor, true);
            assertThat(Duration.between(before, Instant.now())).isLessThan(PROMISED);

            before = Instant.now();
            String conversation = visitor.say(null, "Hello").getString("conversation");
            agent.expect("the offer", is("offer", conversation));
            assertThat(Duration.between(before, Instant.now())).isLessThan(PROMISED);
            agent.ask(frame("accept").add("conversation", conversation));
            assertThat(visitor.expect("assigned").getString("conversation")).isEqualTo(conversation);

            int asked = visitor.say(conversation, "Is this node A?").getInt("seq");
            agent.expect("the question", text("Is this node A?"));
            visitor.expect(
                    "that it was delivered", f -> f.getString("type").equals("delivered") && f.getInt("seq") == asked);
            agent.send(frame("read").add("conversation", conversation).add("seq", asked));
            visitor.expect("that it was read", f -> f.getString("type").equals("read") && f.getInt("seq") == asked);
            agent.say(conversation, "This one is B");
            visitor.expect("the answer", text("This one is B"));

            visitor.send(frame("typing").add("conversation", conversation).add("on", true));
            assertThat(agent.expect("typing").getJsonObject("by").getString("kind"))
                    .isEqualTo("visitor");
            agent.send(frame("typing").add("conversation", conversation).add("on", true));
            assertThat(visitor.expect("typing").getJsonObject("by").getString("kind"))
                    .isEqualTo("agent");

            close(agent, conversation);
            visitor.expect(
                    "closed",
                    f -> is("status", conversation).test(f)
                            && f.getString("status").equals("closed"));
            before = Instant.now();
            agent.ask(frame("presence").add("status", "offline"));
            available(visitor, false);
            assertThat(Duration.between(before, Instant.now())).isLessThan(PROMISED);
        }
    }

    @Test
    @Order(2)
    void who_is_signed_out_on_one_node_is_so_on_the_other() {
        String token = nodes.a.rest().signIn(BEN);
        try (ChatClient agent = ChatClient.connect(nodes.b.url().resolve("/ws/agent"), token)) {
            Instant before = Instant.now();
            nodes.a.rest().send("DELETE", "/api/v1/sessions/current", token, null);

            assertThat(agent.closeCode()).isEqualTo(4003);
            assertThat(Duration.between(before, Instant.now())).isLessThan(PROMISED);
        }
    }

    @Test
    @Order(3)
    void what_no_hint_told_is_found() {
        try (ChatClient visitor = nodes.a.visitor("acme");
                ChatClient agent = nodes.b.agent(BEN)) {
            String conversation = visitor.say(null, "Anybody there?").getString("conversation");

            nodes.behindTheirBacks("""
                    insert into offer (id, company_id, conversation_id, account_id, offered_at, expires_at, open_for, ring_seat)
                    select nextval('offer_seq'), c.company_id, c.id, a.id, now(), now() + interval '60 seconds', c.id, 0
                      from conversation c, account a where c.public_id = ? and a.email = ?""", conversation, BEN);
            Instant before = Instant.now();
            agent.expect("the offer", is("offer", conversation));
            assertThat(Duration.between(before, Instant.now())).isLessThan(PROMISED);

            nodes.behindTheirBacks("""
                    with head as (update conversation_head h set last_seq = last_seq + 1
                      from conversation c where c.id = h.conversation_id and c.public_id = ? returning h.*)
                    insert into message (id, company_id, conversation_id, seq, kind, author_kind, sender, author_name, client_id,
                      digest, body, at)
                    select nextval('message_seq'), company_id, conversation_id, last_seq, 'text', 'agent', 'agent', 'Ben', ?, '',
                      'From a node that died', now() from head""", conversation, UUID.randomUUID().toString());
            visitor.expect("the message", text("From a node that died"));

            assertThat(figure(nodes.b, "parley_cluster_looks_that_found")).isPositive();
            close(visitor, conversation);
        }
        for (RunningParley node : List.of(nodes.a, nodes.b)) {
            assertThat(figure(node, "parley_cluster_connected")).isEqualTo(1);
            assertThat(figure(node, "parley_cluster_hints_sent")).isPositive();
            assertThat(figure(node, "parley_cluster_hints_heard")).isPositive();
        }
    }

    @Test
    @Order(4)
    void the_visitor_of_a_node_that_is_killed_goes_on_at_the_other_and_nothing_is_lost_or_doubled() {
        String token = nodes.a.rest().visitor("acme");
        try (ChatClient visitor = Nodes.visitor(nodes.a, token);
                ChatClient agent = nodes.b.agent(ANNA)) {
            agent.ask(frame("presence").add("status", "available"));
            String conversation = visitor.say(null, "Hello").getString("conversation");
            agent.expect("the offer", is("offer", conversation));
            agent.ask(frame("accept").add("conversation", conversation));
            visitor.expect("assigned");
            int known = visitor.say(conversation, "the last that was answered").getInt("seq");

            List<String> unanswered = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String clientId = UUID.randomUUID().toString();
                unanswered.add(clientId);
                visitor.send(said(conversation, clientId, "on the way " + i));
            }
            nodes.a.kill();
            agent.say(conversation, "Are you still there?");

            try (ChatClient back = ChatClient.open(nodes.b.url().resolve("/ws/visitor"))) {
                back.send(frame("hello")
                        .add("token", token)
                        .add("resume", Json.createObjectBuilder().add(conversation, known)));
                back.expect("what was said meanwhile", text("Are you still there?"));
                for (int i = 0; i < unanswered.size(); i++)
                    back.ask(said(conversation, unanswered.get(i), "on the way " + i));
                back.say(conversation, "Yes, on B");
                agent.expect("the visitor", text("Yes, on B"));
                agent.say(conversation, "Good");
                back.expect("the agent", text("Good"));
                assertEachOnce(conversation, unanswered);
            }
            close(agent, conversation);
        }
    }

    private static void assertEachOnce(String conversation, List<String> clientIds) {
        var answer = nodes.b
                .rest()
                .get(
                        "/api/v1/conversations/" + conversation + "/messages?after=0&limit=200",
                        nodes.b.rest().signIn(ANNA));
        List<JsonObject> rows = ParleyRest.json(answer).getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(rows.stream().map(row -> row.getInt("seq")))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, rows.size()).boxed().toList());
        assertThat(rows.stream().map(row -> row.getString("clientId")))
                .containsAll(clientIds)
                .doesNotHaveDuplicates();
    }

    private static jakarta.json.JsonObjectBuilder said(String conversation, String clientId, String text) {
        return frame("send")
                .add("clientId", clientId)
                .add("conversation", conversation)
                .add("text", text);
    }

    private static void available(ChatClient visitor, boolean open) {
        visitor.expect(
                "availability " + open,
                f -> f.getString("type").equals("availability") && f.getBoolean("open") == open);
    }

    private static Predicate<JsonObject> is(String type, String conversation) {
        return f -> f.getString("type").equals(type) && conversation.equals(f.getString("conversation", null));
    }

    private static Predicate<JsonObject> text(String words) {
        return f -> f.getString("type").equals("message") && words.equals(f.getString("text", null));
    }

    private static void close(ChatClient by, String conversation) {
        by.ask(frame("close").add("conversation", conversation));
    }

    private static double figure(RunningParley node, String name) {
        ParleyRest rest = new ParleyRest(node.management());
        return Await.answer(
                name,
                Duration.ofSeconds(20),
                () -> rest.get("/metrics", null)
                        .body()
                        .lines()
                        .filter(line -> line.startsWith(name))
                        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .findFirst());
    }
}
