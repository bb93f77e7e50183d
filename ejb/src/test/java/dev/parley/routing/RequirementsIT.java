package dev.parley.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.Agents;
import dev.parley.agent.Presence;
import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditView;
import dev.parley.conversation.Author;
import dev.parley.conversation.Lifecycle;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.NotFound;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Skills, languages, the agent of the last time and the limits of a department, on the real tables of both databases. Nothing wakes the
 * drain but the tests themselves: whom it would be offered to can be asked without a race.
 */
class RequirementsIT {
    private static final long SUPPORT = 1;
    private static final String DEPARTMENT = "department-1";

    private TestDesk desk;
    private Caller.Staff admin;

    @AfterEach
    void close() throws Exception {
        if (desk != null) desk.close();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        desk.get(OfferReturns.class);
        admin = desk.colleague("admin", Role.ADMINISTRATOR);
    }

    private Caller.Staff available(String name) {
        Caller.Staff agent = desk.agent(name, SUPPORT);
        desk.get(Agents.class).connected(agent, "socket of " + name);
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        desk.clock.advance(Duration.ofMillis(10));
        desk.rest();
        return agent;
    }

    private void can(Caller.Staff agent, SkillSet skills) {
        desk.get(Skills.class).write(admin, agent.publicId(), skills);
        desk.rest();
    }

    private static SkillSet billing(int level) {
        return new SkillSet(Map.of("billing", level));
    }

    private void rules(
            Integer offer, Integer missed, Integer skills, Integer language, Integer last, SkillSet required) {
        desk.get(DepartmentRules.class)
                .write(
                        admin,
                        DEPARTMENT,
                        new RoutingDraft(Strategy.LONGEST_IDLE, offer, missed, skills, language, last, required, null));
    }

    /** Whom it would be offered to now; null for nobody. */
    private Long next() {
        desk.rest();
        return desk.get(Choices.class).next(TestDesk.COMPANY, desk.now(), 1).stream()
                .findFirst()
                .map(choice -> choice.agents().get(0))
                .orElse(null);
    }

    private void wait(int seconds, Caller.Staff... agents) {
        desk.clock.advance(Duration.ofSeconds(seconds));
        for (Caller.Staff agent : agents) desk.get(Agents.class).connected(agent, "socket of " + agent.name());
    }

    private long waiting() {
        return desk.waiting(SUPPORT);
    }

    private void speaks(long conversation, String language) {
        desk.change(
                "update visitor set language = ? where id = (select visitor_id from conversation where id = ?)",
                language,
                conversation);
    }

    @Tag("ROU-1")
    @Tag("ROU-6")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void what_the_department_requires_goes_to_who_has_it_until_it_is_relaxed(Kind kind) throws Exception {
        open(kind);
        Caller.Staff unskilled = available("unskilled");
        rules(null, null, 30, 60, 0, billing(3));
        waiting();
        assertThat(next()).as("nobody has it").isNull();

        Caller.Staff skilled = available("skilled");
        can(skilled, billing(2));
        assertThat(next()).as("not at that level").isNull();
        can(skilled, billing(3));
        desk.await("offered to who has it", () -> desk.count("select count(*) from offer where ended_at is null") == 1);
        assertThat(desk.count("select account_id from offer where ended_at is null"))
                .isEqualTo(skilled.accountId());

        desk.get(Agents.class).setPresence(skilled, Presence.AWAY, null);
        assertThat(next()).isNull();
        wait(31, unskilled);
        assertThat(next()).as("relaxed").isEqualTo(unskilled.accountId());
    }

    @Tag("ROU-1")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_site_and_a_single_conversation_require_too(Kind kind) throws Exception {
        open(kind);
        Caller.Staff agent = available("agent");
        desk.change("update site set routing_skills = 'billing:1' where id = 1");
        long one = waiting();
        desk.change("update conversation set routing_skills = 'billing:4' where id = ?", one);
        can(agent, billing(3));
        assertThat(next()).isNull();

        desk.change("update conversation set routing_skills = null where id = ?", one);
        assertThat(next()).isEqualTo(agent.accountId());
    }

    @Tag("ROU-1")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_visitors_language_counts_where_the_site_speaks_it_and_then_no_longer(Kind kind) throws Exception {
        open(kind);
        desk.change("update site set languages = 'en,de' where id = 1");
        Caller.Staff english = available("english");
        desk.change("update account set spoken = 'fr,en-GB' where id = ?", english.accountId());
        long german = waiting();
        speaks(german, "de-AT");
        assertThat(next()).isNull();
        speaks(german, "fi");
        assertThat(next()).as("the site's own").isEqualTo(english.accountId());
        speaks(german, "de-AT");

        wait(100, english);
        assertThat(next()).as("skills alone are relaxed by now").isNull();
        wait(21, english);
        assertThat(next()).isEqualTo(english.accountId());
        Caller.Staff silent = available("silent");
        desk.change("update conversation set waiting_since = ? where id = ?", desk.now(), german);
        assertThat(next()).as("of whom no language is known").isEqualTo(silent.accountId());
    }

    @Tag("ROU-3")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void who_can_be_helped_is_found_behind_a_whole_page_of_those_who_cannot(Kind kind) throws Exception {
        open(kind);
        rules(null, null, 86_400, 86_400, 0, SkillSet.NONE);
        long first = 0;
        for (int i = 0; i < 210; i++) {
            long id = desk.waiting(SUPPORT, 0, desk.now().minusSeconds(1_000 - i));
            if (i == 209) first = id;
        }
        desk.change("update conversation set routing_skills = 'rare:5' where id <> ?", first);
        Caller.Staff agent = desk.agent("agent", SUPPORT);
        desk.get(Agents.class).connected(agent, "socket");
        desk.get(Agents.class).setPresence(agent, Presence.AVAILABLE, null);
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);

        long found = first;
        desk.await("offered", () -> desk.count("select count(*) from offer where open_for = ?", found) == 1);
    }

    @Tag("ROU-6")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_returning_visitor_gets_the_agent_of_the_last_time_first(Kind kind) throws Exception {
        open(kind);
        Caller.Staff idle = available("idle");
        Caller.Staff known = available("known");
        long before = waiting();
        desk.get(Offers.class).accept(known, "conversation-" + before);
        desk.get(OwnTransaction.class).run(() -> desk.get(Lifecycle.class).close(before, Author.of(known), "agent"));
        long again = waiting();
        desk.change(
                "update conversation set visitor_id = (select visitor_id from conversation where id = ?) where id = ?",
                before,
                again);

        assertThat(next()).isEqualTo(known.accountId());

        desk.change("update agent_presence set capacity = 0 where account_id = ?", known.accountId());
        assertThat(next()).as("waits a little for the one who has no room").isNull();
        desk.change("update agent_presence set capacity = 4 where account_id = ?", known.accountId());

        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        desk.await(
                "offered",
                () -> desk.count(
                                "select count(*) from offer where open_for = ? and account_id = ?",
                                again,
                                known.accountId())
                        == 1);
        desk.get(Offers.class).decline(known, "conversation-" + again);
        desk.await("then to the next", () -> {
            desk.get(QueueSweep.class).sweep();
            return desk.count(
                            "select count(*) from offer where open_for = ? and account_id = ?", again, idle.accountId())
                    == 1;
        });
    }

    @Tag("ROU-6")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void the_agent_of_the_last_time_is_not_waited_for_longer_than_that(Kind kind) throws Exception {
        open(kind);
        Caller.Staff idle = available("idle");
        Caller.Staff known = available("known");
        long one = waiting();
        desk.get(Offers.class).accept(known, "conversation-" + one);
        desk.get(OwnTransaction.class).run(() -> {
            desk.get(Lifecycle.class).close(one, Author.of(known), "agent");
            // a conversation that is opened again is the last time, too
            desk.get(Lifecycle.class).reopen(one, Author.SYSTEM);
        });
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        desk.await(
                "offered",
                () -> desk.count(
                                "select count(*) from offer where open_for = ? and account_id = ?",
                                one,
                                known.accountId())
                        == 1);
        desk.rest();
        desk.change("update agent_presence set capacity = 0 where account_id = ?", known.accountId());
        desk.change("update offer set ended_at = ?, outcome = 'withdrawn', open_for = null", desk.now());
        assertThat(next()).isNull();

        wait(21, idle, known);
        assertThat(next()).isEqualTo(idle.accountId());
    }

    @Tag("ROU-4")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void a_department_has_its_own_offer_time_and_patience(Kind kind) throws Exception {
        open(kind);
        rules(7, 1, null, null, null, SkillSet.NONE);
        Caller.Staff agent = available("sleeper");
        waiting();
        desk.get(QueueDrain.class).wake(TestDesk.COMPANY);
        desk.await("offered", () -> desk.count("select count(*) from offer where ended_at is null") == 1);

        wait(6, agent);
        desk.get(QueueSweep.class).sweep();
        assertThat(desk.count("select count(*) from offer where ended_at is null"))
                .isEqualTo(1);
        wait(1, agent);
        desk.get(QueueSweep.class).sweep();

        assertThat(desk.count("select count(*) from offer where outcome = 'missed'"))
                .isEqualTo(1);
        assertThat(desk.get(Agents.class).presence(agent).reason()).isEqualTo("not answering");
    }

    @Tag("SEC-2")
    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void only_administrators_write_and_what_they_wrote_stands(Kind kind) throws Exception {
        open(kind);
        Caller.Staff agent = desk.agent("agent", SUPPORT);
        Skills skills = desk.get(Skills.class);
        DepartmentRules departments = desk.get(DepartmentRules.class);
        can(agent, billing(2));
        can(agent, new SkillSet(Map.of("Refunds", 5)));

        assertThat(skills.of(admin, agent.publicId()).levels()).isEqualTo(Map.of("refunds", 5));
        assertThatThrownBy(() -> skills.of(agent, agent.publicId())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> skills.write(agent, agent.publicId(), billing(5)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> skills.of(admin, "nobody")).isInstanceOf(NotFound.class);

        assertThat(departments.of(admin, DEPARTMENT)).isEqualTo(RoutingDraft.STANDARD);
        var draft = new RoutingDraft(Strategy.RING_ALL, 20, null, null, 300, 0, billing(1), "DE");
        departments.write(admin, DEPARTMENT, draft);
        departments.write(admin, DEPARTMENT, draft);
        assertThat(departments.of(admin, DEPARTMENT)).isEqualTo(draft);
        assertThat(departments.of(admin, "department-2")).isEqualTo(RoutingDraft.STANDARD);
        assertThatThrownBy(() -> departments.write(agent, DEPARTMENT, draft)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> departments.of(admin, "nowhere")).isInstanceOf(NotFound.class);
        var foreign = new Caller.Staff(2, 5, "foreign", "Foreign", Role.OWNER, 0);
        assertThatThrownBy(() -> departments.write(foreign, DEPARTMENT, draft)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> skills.of(foreign, agent.publicId())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    @Tag("SEC-4")
    void changes_of_rules_and_skills_are_kept_and_late_ones_refused(Kind kind) throws Exception {
        open(kind);
        Caller.Staff anna = desk.agent("Anna", SUPPORT);
        DepartmentRules rules = desk.get(DepartmentRules.class);
        RoutingDraft read = rules.of(admin, DEPARTMENT);
        rules(45, null, null, null, null, billing(2));
        rules(45, null, null, null, null, billing(2));
        can(anna, billing(4));

        assertThatThrownBy(() -> rules.change(admin, DEPARTMENT, RoutingDraft.STANDARD, read))
                .isInstanceOf(Outdated.class);
        assertThatThrownBy(() -> desk.get(Skills.class).change(admin, anna.publicId(), billing(5), SkillSet.NONE))
                .isInstanceOf(Outdated.class);
        desk.get(Skills.class).change(admin, anna.publicId(), SkillSet.NONE, billing(4));

        List<AuditView> log = desk.get(AuditLog.class)
                .search(admin, new AuditFilter(null, null, null, null, null), null, 50)
                .items();
        assertThat(log)
                .extracting(e -> e.kind() + " " + e.subjectName() + " " + e.before() + " " + e.after())
                .containsExactly(
                        "PERSON Anna {\"skills\":[\"billing 4\"]} {\"skills\":[]}",
                        "PERSON Anna {\"skills\":[]} {\"skills\":[\"billing 4\"]}",
                        "DEPARTMENT Support {\"offerSeconds\":30,\"skills\":[]}"
                                + " {\"offerSeconds\":45,\"skills\":[\"billing 2\"]}");
    }
}
