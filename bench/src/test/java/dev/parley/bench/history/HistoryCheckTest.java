package dev.parley.bench.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.client.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule is shown a history that breaks it, and only it or what follows from it. */
class HistoryCheckTest {
    @TempDir
    Path folder;

    private History history;

    @BeforeEach
    void open() throws IOException {
        history = new History(folder.resolve("history.jsonl"));
    }

    @Test
    void a_history_where_all_went_well_breaks_nothing() throws IOException {
        wholeConversation();

        assertThat(broken()).isEmpty();
    }

    @Test
    void an_answered_message_that_no_view_holds_is_lost() throws IOException {
        wholeConversation();
        invoke("v0", "v0-3", 2);
        sent("v0", 1, "v0-3", 4, false);

        assertThat(broken()).contains("nothing acknowledged is lost");
    }

    @Test
    void an_answered_message_with_another_text_is_lost() throws IOException {
        invoke("v0", "v0-1", 0);
        sent("v0", 1, "v0-1", 1, false);
        view("v0", 1, "visitor", "another text");
        view("agent", 1, "visitor", "another text");

        assertThat(broken()).contains("nothing acknowledged is lost", "nothing appears that was not sent");
    }

    @Test
    void a_text_that_stands_twice_is_doubled() throws IOException {
        wholeConversation();
        view("v0", 4, "visitor", "text of v0-2");
        view("agent", 4, "visitor", "text of v0-2");

        assertThat(broken()).contains("nothing is doubled");
    }

    @Test
    void a_hole_in_the_numbers_is_a_gap() throws IOException {
        invoke("v0", "v0-1", 0);
        sent("v0", 1, "v0-1", 2, false);
        view("v0", 2, "visitor", "text of v0-1");
        view("agent", 2, "visitor", "text of v0-1");

        assertThat(broken()).containsExactly("seq runs from 1 without a gap");
    }

    @Test
    void two_sides_that_read_differently_are_found() throws IOException {
        wholeConversation();
        view("v0", 4, "system", "closed");

        assertThat(broken()).contains("visitor and agent read the same");
    }

    @Test
    void a_second_answer_with_another_seq_is_found() throws IOException {
        wholeConversation();
        sent("v0", 2, "v0-1", 3, true);

        assertThat(broken()).contains("the same clientId gets the same answer");
    }

    @Test
    void a_message_that_overtook_an_earlier_one_is_found() throws IOException {
        invoke("v0", "v0-1", 0);
        invoke("v0", "v0-2", 1);
        sent("v0", 1, "v0-2", 1, false);
        sent("v0", 1, "v0-1", 2, false);
        view("v0", 1, "visitor", "text of v0-2");
        view("v0", 2, "visitor", "text of v0-1");
        view("agent", 1, "visitor", "text of v0-2");
        view("agent", 2, "visitor", "text of v0-1");

        assertThat(broken()).containsExactly("one client's messages keep their order");
    }

    @Test
    void a_socket_that_hears_an_earlier_message_later_is_found() throws IOException {
        wholeConversation();
        seen("a0", 7, 3, "visitor", "text of v0-2");
        seen("a0", 7, 2, "agent", "text of a0-1");

        assertThat(broken()).containsExactly("no socket hears an earlier seq after a later one");
    }

    @Test
    void an_answer_to_a_repeated_message_may_tell_of_an_old_place() throws IOException {
        wholeConversation();
        sent("v0", 1, "v0-1", 1, true);

        assertThat(broken()).isEmpty();
    }

    @Test
    void a_message_that_one_client_never_heard_is_found() throws IOException {
        invoke("v0", "v0-1", 0);
        invoke("a0", "a0-1", 0);
        sent("v0", 1, "v0-1", 1, false);
        sent("a0", 1, "a0-1", 2, false);
        seen("v0", 1, 2, "agent", "text of a0-1");
        view("v0", 1, "visitor", "text of v0-1");
        view("v0", 2, "agent", "text of a0-1");
        view("agent", 1, "visitor", "text of v0-1");
        view("agent", 2, "agent", "text of a0-1");

        assertThat(broken()).containsExactly("every client knows all in the end");
    }

    @Test
    void a_wish_without_an_answer_is_found() throws IOException {
        wholeConversation();
        invoke("v0", "v0-9", 8);

        assertThat(broken()).containsExactly("every wish to send got its answer in the end");
    }

    @Test
    void a_resent_first_message_that_opened_a_second_conversation_is_found() throws IOException {
        wholeConversation();
        history.write("listed", "who", "v0", "conversations", List.of("c1", "c2"));

        assertThat(broken()).containsExactly("a visitor's first message opens one conversation");
    }

    private void wholeConversation() {
        invoke("v0", "v0-1", 0);
        sent("v0", 1, "v0-1", 1, false);
        seen("a0", 1, 1, "visitor", "text of v0-1");
        invoke("a0", "a0-1", 0);
        sent("a0", 1, "a0-1", 2, false);
        seen("v0", 1, 2, "agent", "text of a0-1");
        invoke("v0", "v0-2", 1);
        sent("v0", 1, "v0-2", 3, false);
        seen("a0", 1, 3, "visitor", "text of v0-2");
        for (String reader : List.of("v0", "agent")) {
            view(reader, 1, "visitor", "text of v0-1");
            view(reader, 2, "agent", "text of a0-1");
            view(reader, 3, "visitor", "text of v0-2");
        }
    }

    private void invoke(String who, String clientId, int turn) {
        history.write("invoke", "who", who, "clientId", clientId, "turn", turn, "text", "text of " + clientId);
    }

    private void sent(String who, int socket, String clientId, int seq, boolean again) {
        history.write(
                "sent",
                "who",
                who,
                "socket",
                socket,
                "clientId",
                clientId,
                "conversation",
                "c1",
                "seq",
                seq,
                "id",
                "m" + seq,
                "again",
                again);
    }

    private void seen(String who, int socket, int seq, String author, String text) {
        history.message("seen", who, socket, message(seq, author, text));
    }

    private void view(String who, int seq, String author, String text) {
        history.message("view", who, 0, message(seq, author, text));
    }

    private static ObjectNode message(int seq, String author, String text) {
        return Json.object(
                "conversation", "c1", "seq", seq, "id", "m" + seq, "text", text, "author", Json.object("kind", author));
    }

    private List<String> broken() throws IOException {
        history.close();
        return HistoryCheck.of(history.file()).entrySet().stream()
                .filter(rule -> !rule.getValue().isEmpty())
                .map(rule -> rule.getKey())
                .toList();
    }
}
