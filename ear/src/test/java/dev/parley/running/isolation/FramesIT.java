package dev.parley.running.isolation;

import static dev.parley.running.ChatClient.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.running.ChatClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("SEC-2")
@Tag("SEC-3")
@Tag("CHAT-8")
class FramesIT {
    private static final Set<String> REFUSALS = Set.of("not-found", "forbidden", "unauthorized");

    private static Desk desk;
    private final FrameTable table = new FrameTable();

    @BeforeAll
    static void prepare() {
        desk = new Desk();
    }

    @AfterAll
    static void leave() {
        desk.close();
    }

    @Test
    void every_frame_type_stands_in_the_table() {
        assertThat(FrameTable.listed()).contains("send", "note");
        assertThat(table.unknown(FrameTable.listed())).isEmpty();
    }

    @Test
    void a_frame_type_that_the_table_does_not_know_is_noticed() {
        Set<String> planted = new TreeSet<>(FrameTable.listed());
        planted.add("planted");

        assertThat(table.unknown(planted)).containsExactly("planted");
    }

    @TestFactory
    Stream<DynamicTest> a_foreign_conversation_gets_the_answer_of_one_that_does_not_exist() {
        return table.aboutConversations().entrySet().stream()
                .flatMap(entry -> Stream.of(Actor.FOREIGN_AGENT, Actor.FOREIGN_OWNER, Actor.FOREIGN_VISITOR)
                        .filter(actor ->
                                actor.email() != null || entry.getValue().forVisitors())
                        .map(actor -> DynamicTest.dynamicTest(
                                entry.getKey() + " by " + actor, () -> foreign(entry.getValue(), actor))));
    }

    private void foreign(FrameTable.Kind kind, Actor actor) {
        try (ChatClient owner = desk.socket(Actor.VISITOR);
                ChatClient stranger = desk.socket(actor)) {
            if (kind.answered()) {
                JsonObject foreign = Desk.answer(stranger, kind.about().apply(desk, desk.conversation));
                JsonObject nowhere = Desk.answer(stranger, kind.about().apply(desk, desk.nowhere));

                assertThat(foreign.getString("type")).as(foreign.toString()).isEqualTo("error");
                assertThat(withoutRef(foreign)).isEqualTo(withoutRef(nowhere));
            } else {
                stranger.send(kind.about().apply(desk, desk.conversation));
            }
            hasHeardNothingOf(stranger);
            // what the stranger did is done when the pong is there, and so is what it would have told the owner
            assertThat(ping(owner).getJsonObject("heads").keySet()).contains(desk.conversation);
            assertThat(owner.heard())
                    .noneMatch(f -> Set.of("typing", "read", "status").contains(f.getString("type")));
        }
    }

    @TestFactory
    Stream<DynamicTest> another_visitor_of_the_same_site_is_as_foreign() {
        return table.aboutConversations().entrySet().stream()
                .filter(entry ->
                        entry.getValue().forVisitors() && entry.getValue().answered())
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String token = desk.visitor("acme");
                    try (ChatClient stranger =
                            ChatClient.connect(desk.parley.url().resolve("/ws/visitor"), token)) {
                        JsonObject foreign =
                                Desk.answer(stranger, entry.getValue().about().apply(desk, desk.conversation));
                        JsonObject nowhere =
                                Desk.answer(stranger, entry.getValue().about().apply(desk, desk.nowhere));

                        assertThat(withoutRef(foreign)).isEqualTo(withoutRef(nowhere));
                        assertThat(foreign.getString("type")).isEqualTo("error");
                    }
                }));
    }

    @Test
    void resuming_a_foreign_conversation_replays_nothing() {
        for (Actor actor : Set.of(Actor.FOREIGN_AGENT, Actor.FOREIGN_VISITOR)) {
            String path = actor.email() == null ? "/ws/visitor" : "/ws/agent";
            try (ChatClient stranger = ChatClient.open(desk.parley.url().resolve(path))) {
                stranger.send(frame("hello")
                        .add("token", desk.token(actor))
                        .add("resume", Json.createObjectBuilder().add(desk.conversation, 0)));
                stranger.expect("welcome");

                hasHeardNothingOf(stranger);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> a_visitor_may_not_send_what_is_for_agents() {
        return table.forAgents().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    FrameTable.Kind kind = entry.getValue();
                    try (ChatClient visitor = desk.socket(Actor.VISITOR)) {
                        JsonObjectBuilder frame = kind.about() == null
                                ? kind.plain()
                                : kind.about().apply(desk, desk.conversation);

                        JsonObject answer = Desk.answer(visitor, frame);

                        assertThat(answer.getString("type")).isEqualTo("error");
                        assertThat(answer.getString("code")).isEqualTo("forbidden");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_token_opens_only_the_socket_it_is_for() {
        return Stream.of(
                        new String[] {"/ws/agent", desk.token(Actor.VISITOR)},
                        new String[] {"/ws/agent", desk.token(Actor.EDITOR)},
                        new String[] {"/ws/visitor", desk.token(Actor.AGENT)},
                        new String[] {"/ws/visitor", "pv_forged.acme.9999999999.signature"},
                        new String[] {"/ws/agent", "pa_forged"})
                .map(pair -> DynamicTest.dynamicTest(pair[0], () -> {
                    try (ChatClient client = ChatClient.open(desk.parley.url().resolve(pair[0]))) {
                        client.send(frame("hello").add("token", pair[1]));

                        assertThat(client.expect("error").getString("code")).isIn("unauthorized", "forbidden");
                        assertThat(client.closeCode()).isEqualTo(4001);
                        assertThat(client.heard())
                                .noneMatch(f -> f.getString("type").equals("welcome"));
                    }
                }));
    }

    @Test
    void a_foreign_colleague_or_department_in_a_transfer_does_not_exist() {
        try (ChatClient agent = desk.socket(Actor.AGENT)) {
            for (String[] to : new String[][] {
                {"agent", desk.account(Actor.FOREIGN_AGENT)}, {"department", desk.department("globex")}
            }) {
                JsonObject foreign = Desk.answer(agent, transfer(to[0], to[1]));
                JsonObject nowhere = Desk.answer(agent, transfer(to[0], desk.nowhere));

                assertThat(foreign.getString("type")).as(foreign.toString()).isEqualTo("error");
                assertThat(withoutRef(foreign)).isEqualTo(withoutRef(nowhere));
            }
        }
    }

    @Test
    void a_foreign_department_or_file_in_a_message_does_not_exist() {
        String file = desk.uploadPicture(desk.token(Actor.VISITOR));
        try (ChatClient stranger = desk.socket(Actor.FOREIGN_VISITOR)) {
            JsonObject department = Desk.answer(stranger, opening().add("department", desk.department("acme")));
            JsonObject noDepartment = Desk.answer(stranger, opening().add("department", desk.nowhere));
            JsonObject withFile = Desk.answer(
                    stranger, opening().add("files", Json.createArrayBuilder().add(file)));
            JsonObject noFile = Desk.answer(
                    stranger, opening().add("files", Json.createArrayBuilder().add(desk.nowhere)));

            assertThat(department.getString("type")).isEqualTo("error");
            assertThat(withoutRef(department)).isEqualTo(withoutRef(noDepartment));
            assertThat(withFile.getString("type")).isEqualTo("error");
            assertThat(withoutRef(withFile)).isEqualTo(withoutRef(noFile));
        }
    }

    /** The control: what strangers are refused works for those whose it is, so the ids above are right. */
    @Test
    void the_owners_own_frames_are_answered() {
        try (ChatClient visitor = desk.socket(Actor.VISITOR);
                ChatClient agent = desk.socket(Actor.AGENT)) {
            for (String type : new String[] {"history", "send", "open", "note", "transfer"}) {
                JsonObject answer = Desk.answer(
                        agent, table.aboutConversations().get(type).about().apply(desk, desk.conversation));
                assertThat(answer.getString("code", "")).as(type + " " + answer).isNotIn(REFUSALS);
            }
            JsonObject history = Desk.answer(
                    visitor, table.aboutConversations().get("history").about().apply(desk, desk.conversation));
            assertThat(history.toString()).contains(desk.canary).doesNotContain("note " + desk.canary);
        }
    }

    private static JsonObjectBuilder transfer(String kind, String id) {
        return frame("transfer")
                .add("conversation", desk.conversation)
                .add("to", Json.createObjectBuilder().add(kind, id));
    }

    private static JsonObjectBuilder opening() {
        return frame("send").add("clientId", UUID.randomUUID().toString()).add("text", "Hello");
    }

    private static void hasHeardNothingOf(ChatClient stranger) {
        ping(stranger);
        assertThat(stranger.heard().toString()).doesNotContain(desk.canary);
    }

    private static JsonObject ping(ChatClient client) {
        client.send(frame("ping"));
        return client.expect("pong");
    }

    private static JsonObject withoutRef(JsonObject answer) {
        return Json.createObjectBuilder(answer).remove("ref").build();
    }
}
