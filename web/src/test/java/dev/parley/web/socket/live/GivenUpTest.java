package dev.parley.web.socket.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.Following;
import dev.parley.conversation.TakesPart;
import dev.parley.shared.Caller;
import dev.parley.shared.Role;
import dev.parley.web.socket.transport.RecordingConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who follows no longer, though nobody said that the conversation was given up. */
@Tag("ROU-13")
class GivenUpTest {
    private static final long COMPANY = 1;
    private static final long ANNA = 101;
    private static final long BEN = 102;
    private static final long CONVERSATION = 7;

    private final LiveSessions sessions = new LiveSessions();
    private final GivenUp givenUp = new GivenUp();
    private final List<TakesPart> stands = new ArrayList<>();
    private final List<LiveSession> toldAgain = new ArrayList<>();
    private final LiveSession anna = session();
    private boolean views;
    private boolean maySee;

    @BeforeEach
    void open() {
        givenUp.sessions = sessions;
        givenUp.following = new Following() {
            @Override
            public List<TakesPart> takingPart(Collection<Long> conversations) {
                assertThat(conversations).containsExactly(CONVERSATION);
                return stands;
            }
        };
        givenUp.conversations = new Conversations() {
            @Override
            public boolean maySee(Caller caller, long conversationId) {
                return maySee;
            }
        };
        givenUp.viewers = new Viewers() {
            @Override
            public boolean has(LiveSession session, long conversationId) {
                return views;
            }
        };
        givenUp.news = new ConversationNews() {
            @Override
            void again(LiveSession session, long conversationId) {
                toldAgain.add(session);
            }
        };
        sessions.add(anna);
        anna.welcomed();
    }

    @Test
    void what_a_colleague_has_now_is_not_followed_any_more() {
        follow(true);
        stands.add(new TakesPart(CONVERSATION, BEN, false));

        assertThat(givenUp.look(Map.of())).isTrue();

        assertThat(anna.cursor(CONVERSATION)).isNull();
        assertThat(toldAgain).containsExactly(anna);
        assertThat(givenUp.look(Map.of())).isFalse();
    }

    @Test
    void a_hint_that_comes_late_gives_nobody_what_was_given_up_already() {
        follow(true);
        stands.add(new TakesPart(CONVERSATION, null, false));

        givenUp.check(COMPANY, BEN, CONVERSATION);
        assertThat(anna.cursor(CONVERSATION)).as("it was about Ben").isNotNull();
        givenUp.check(COMPANY, ANNA, CONVERSATION);

        assertThat(anna.cursor(CONVERSATION)).isNull();
    }

    @Test
    void who_takes_part_goes_on_also_while_it_waits() {
        follow(true);
        stands.add(new TakesPart(CONVERSATION, null, false));
        stands.add(new TakesPart(CONVERSATION, ANNA, false));

        assertThat(givenUp.look(Map.of())).isFalse();

        assertThat(anna.cursor(CONVERSATION).inHand()).isTrue();
    }

    @Test
    void what_was_closed_in_hand_is_followed_to_the_end_of_the_session_and_not_asked_for_again() {
        follow(true);
        stands.add(new TakesPart(CONVERSATION, ANNA, true));

        assertThat(givenUp.look(Map.of())).isFalse();

        assertThat(anna.cursor(CONVERSATION).inHand()).isFalse();
    }

    @Test
    void nothing_is_asked_of_what_is_in_hand_or_only_looked_at() {
        follow(false);
        assertThat(givenUp.look(Map.of())).isFalse();
        anna.cursor(CONVERSATION).inHand(true);
        assertThat(givenUp.look(Map.of(ANNA, Set.of(CONVERSATION)))).isFalse();

        assertThat(anna.cursor(CONVERSATION)).isNotNull();
    }

    @Test
    void who_has_it_in_front_goes_on_while_it_may_be_seen() {
        follow(true);
        views = true;
        maySee = true;
        givenUp.look(Map.of());
        assertThat(anna.cursor(CONVERSATION)).isNotNull();

        anna.cursor(CONVERSATION).inHand(true);
        maySee = false;
        givenUp.look(Map.of());
        assertThat(anna.cursor(CONVERSATION)).isNull();
    }

    @Test
    void a_session_that_is_still_greeted_is_left_alone() {
        LiveSession greeted = session();
        sessions.add(greeted);
        sessions.follow(greeted, CONVERSATION, "c7", 0).inHand(true);

        assertThat(givenUp.look(Map.of())).isFalse();

        assertThat(greeted.cursor(CONVERSATION)).isNotNull();
    }

    private void follow(boolean inHand) {
        sessions.follow(anna, CONVERSATION, "c7", 0).inHand(inHand);
    }

    private static LiveSession session() {
        Caller caller = new Caller.Staff(COMPANY, ANNA, "a" + ANNA, "Anna", Role.AGENT, 0);
        return new LiveSession(caller, new RecordingConnection(new ArrayList<>()), cursor -> {}, Set.of(), null);
    }
}
