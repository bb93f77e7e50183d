package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.ConversationEvent.Mentioned;
import dev.parley.conversation.ConversationEvent.MentionsSeen;
import dev.parley.conversation.persistence.ConversationReader;
import dev.parley.shared.Caller;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("CON-5")
class MentionsIT {
    private static final long SUPPORT = 1;
    private static final long SALES = 2;

    private TestDesk desk;
    private Admissions admissions;
    private Caller.Staff anna;
    private Caller.Staff ben;
    private long conversation;

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void whoever_is_named_may_see_the_conversation_and_hears_of_it_until_it_was_in_front(Kind kind) throws Exception {
        open(kind);
        assertThatThrownBy(() -> admissions.visible(ben, "conversation-" + conversation))
                .isInstanceOf(NotFound.class);

        Note note = write("n1", "Can @ben agent and @Anna Agent look at the pump?");

        assertThat(fired(Mentioned.class))
                .containsExactly(new Mentioned(TestDesk.COMPANY, conversation, ben.accountId(), note));
        assertThat(admissions.visible(ben, "conversation-" + conversation).id()).isEqualTo(conversation);
        assertThat(unseen(ben)).containsExactly(conversation);
        assertThat(unseen(anna)).isEmpty();

        see(ben);
        see(ben);
        see(anna);
        assertThat(fired(MentionsSeen.class))
                .containsExactly(new MentionsSeen(
                        TestDesk.COMPANY, conversation, "conversation-" + conversation, ben.accountId()));
        assertThat(unseen(ben)).isEmpty();
        // whoever was asked goes on seeing it
        assertThat(admissions.visible(ben, "conversation-" + conversation).id()).isEqualTo(conversation);

        write("n2", "@Ben Agent once more");
        assertThat(unseen(ben)).containsExactly(conversation);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_note_sent_twice_names_once_and_those_who_answer_nobody_are_not_named(Kind kind) throws Exception {
        open(kind);
        desk.colleague("Ada Analyst", Role.ANALYST);
        Caller.Staff gone = desk.agent("Gero Gone", SUPPORT);
        desk.change("update account set active = false where id = ?", gone.accountId());

        write("n1", "@Ben Agent @Ada Analyst @Gero Gone");
        write("n1", "@Ben Agent @Ada Analyst @Gero Gone");

        assertThat(fired(Mentioned.class)).extracting(Mentioned::accountId).containsExactly(ben.accountId());
        assertThat(desk.count("select count(*) from mention")).isEqualTo(1);
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        admissions = new Admissions(desk.get(ConversationReader.class), null, null, desk.clock);
        desk.provide(Admissions.class, admissions);
        anna = desk.agent("Anna Agent", SUPPORT);
        ben = desk.agent("Ben Agent", SALES);
        conversation = desk.waiting(SUPPORT);
    }

    private Note write(String clientId, String text) {
        var draft = new Draft(clientId, "conversation-" + conversation, null, text, null, null, null);
        return desk.get(OwnTransaction.class).call(() -> desk.get(Notes.class).write(anna, draft));
    }

    private void see(Caller.Staff who) {
        desk.get(OwnTransaction.class)
                .run(() -> desk.get(Mentions.class).see(who, conversation, "conversation-" + conversation));
    }

    private List<Long> unseen(Caller.Staff who) {
        return desk.get(Mentions.class).unseen(who).stream()
                .map(ConversationView::key)
                .toList();
    }

    private <T> List<T> fired(Class<T> type) {
        return desk.news.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
