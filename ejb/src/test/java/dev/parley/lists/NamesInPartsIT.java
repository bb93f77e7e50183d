package dev.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.AccountDetails;
import dev.parley.access.Deactivations;
import dev.parley.access.InvitationView;
import dev.parley.access.StaffInvitations;
import dev.parley.agent.Agents;
import dev.parley.agent.People;
import dev.parley.agent.PersonView;
import dev.parley.agent.Presence;
import dev.parley.agent.PresenceView;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.NameCursor;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists by name, read part by part while people come, are renamed and go: nobody twice, nobody lost who stood there before. */
@Tag("OPS-1")
class NamesInPartsIT {
    private static final List<String> NAMES = List.of("Ann", "Bea", "Bea", "Bea", "Bea", "Cid", "Dan", "Éva");
    private static final String INVITE =
            "update account set active = false, invited_at = created_at where public_id = ?";
    private static final String DEACTIVATE = "update account set active = false where public_id = ?";

    private TestDesk desk;
    private Caller.Staff owner;
    private int came;

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private List<String> open(Kind kind, String andThen) throws Exception {
        desk = TestDesk.on(kind);
        owner = desk.colleague("Olga", Role.OWNER);
        List<String> stood = new ArrayList<>();
        for (String name : NAMES) stood.add(newcomer(name, andThen));
        return stood;
    }

    private String newcomer(String name, String andThen) {
        String id = desk.agent(name, 1).publicId();
        if (andThen != null) desk.change(andThen, id);
        return id;
    }

    /** Some before where the walk is, some behind, one called the same; and the last one read is called as the first from now on. */
    private void others(String last, String andThen) {
        if (++came <= 4) Stream.of("Aaron", "Bea", "Zoe").forEach(name -> newcomer(name, andThen));
        desk.change("update account set name = 'Aaa' where public_id = ?", last);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void everybody_and_those_who_answer_are_read_in_parts(Kind kind) throws Exception {
        List<String> stood = open(kind, null);
        People people = desk.get(People.class);
        Agents agents = desk.get(Agents.class);
        agents.setPresence(owner, stood.get(6), Presence.BUSY, null);

        List<PersonView> all = Walk.through(
                cursor -> people.page(owner, cursor, 2),
                last -> others(last.account().id(), null));
        assertThat(all)
                .extracting(view -> view.account().id())
                .doesNotHaveDuplicates()
                .containsAll(stood);
        assertThat(all)
                .filteredOn(view -> view.account().id().equals(stood.get(6)))
                .as("with the presence of each part")
                .extracting(view -> view.presence().status())
                .containsExactly(Presence.BUSY);

        came = 0;
        List<PresenceView> answering =
                Walk.through(cursor -> agents.colleagues(owner, cursor, 3), last -> others(last.agent(), null));
        assertThat(answering)
                .extracting(PresenceView::agent)
                .doesNotHaveDuplicates()
                .containsAll(stood)
                .doesNotContain(owner.publicId());
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_invited_are_read_in_parts_though_the_last_one_read_is_withdrawn(Kind kind) throws Exception {
        List<String> stood = open(kind, INVITE);
        StaffInvitations invitations = desk.get(StaffInvitations.class);
        Deactivations deactivations = desk.get(Deactivations.class);

        List<InvitationView> read = Walk.through(cursor -> invitations.waiting(owner, cursor, 3), last -> {
            newcomer("Aaron", INVITE);
            newcomer("Zoe", INVITE);
            desk.change(
                    "delete from department_member where account_id in (select id from account where active = false)");
            deactivations.deactivate(owner, last.id());
        });

        assertThat(read).extracting(InvitationView::id).doesNotHaveDuplicates().containsAll(stood);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_deactivated_are_read_in_parts(Kind kind) throws Exception {
        List<String> stood = open(kind, DEACTIVATE);
        Deactivations deactivations = desk.get(Deactivations.class);

        List<AccountDetails> read =
                Walk.through(cursor -> deactivations.all(owner, cursor, 3), last -> others(last.id(), DEACTIVATE));

        assertThat(read).extracting(AccountDetails::id).doesNotHaveDuplicates().containsAll(stood);
        assertThat(deactivations.all(owner)).as("at once as ever").hasSizeGreaterThan(stood.size());
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_cursor_or_limit_that_is_none_is_refused(Kind kind) throws Exception {
        open(kind, null);
        People people = desk.get(People.class);

        for (String none : List.of("-", "%", "QQ", "A".repeat(1_001), new NameCursor("\0", "id").wire()))
            assertThatThrownBy(() -> people.page(owner, none, 2)).as(none).isInstanceOf(Invalid.class);
        for (int limit : List.of(0, -1, 1_001, Integer.MAX_VALUE))
            assertThatThrownBy(() -> people.page(owner, null, limit))
                    .as("" + limit)
                    .isInstanceOf(Invalid.class);
        assertThat(people.page(owner, null, 1).items()).hasSize(1);
        assertThat(people.page(owner, null, 1_000).items()).hasSize(NAMES.size() + 1);
        assertThat(people.page(owner, null, NAMES.size() + 1).next())
                .as("nothing comes after all")
                .isNull();
        assertThat(people.all(owner)).as("at once as ever").hasSize(NAMES.size() + 1);
    }
}
