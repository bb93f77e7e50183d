package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.mail.persistence.OutboxRows;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.Outdated;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.shared.Secrets;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("SEC-1")
class OutboxIT {
    private static final Mail MAIL = MailText.RESET.write(
            "ann@example.com", Locale.ENGLISH, URI.create("https://x.example/reset?token=t"), "Ann", "Acme");

    private final List<String> sent = new ArrayList<>();
    private TestDesk desk;
    private OwnTransaction own;
    private Outbox outbox;
    private boolean busy;
    private boolean unknown;

    private static final class MessagingLike extends Exception {
        private static final long serialVersionUID = 1;

        MessagingLike(String answer) {
            super(answer);
        }
    }

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_mail_leaves_once_and_what_it_said_is_forgotten(TestDatabase.Kind kind) throws Exception {
        open(kind);
        post();
        assertThat((String) desk.ask("select content from outbox")).isNotBlank().doesNotContain("token");

        deliver();
        deliver();

        assertThat(sent).hasSize(1);
        assertThat(desk.ask("select content from outbox")).isNull();
        assertThat(log())
                .extracting(MailView::outcome, MailView::to)
                .containsExactly(tuple(MailOutcome.SENT, MAIL.to()));
        assertThat(desk.news).filteredOn(MailPosted.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_was_rolled_back_never_leaves(TestDatabase.Kind kind) throws Exception {
        open(kind);

        assertThatThrownBy(() -> own.run(() -> {
                    outbox.post(
                            TestDesk.COMPANY, MailText.RESET, MAIL, desk.now().plus(Duration.ofHours(1)));
                    throw new IllegalArgumentException("the change failed");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        deliver();

        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_no_server_takes_is_tried_again_after_growing_pauses_and_at_last_given_up(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        post(Duration.ofDays(7));
        busy = true;

        deliver();
        deliver();
        assertThat(sent).as("no second try before the pause is over").hasSize(1);
        assertThat(log())
                .extracting(MailView::outcome, MailView::problem)
                .containsExactly(tuple(MailOutcome.WAITING, "451 try later"));
        desk.clock.advance(Duration.ofSeconds(30));
        deliver();
        desk.clock.advance(Duration.ofSeconds(59));
        deliver();
        assertThat(sent).hasSize(2);
        for (int i = 0; i < 20; i++) {
            desk.clock.advance(Duration.ofHours(1));
            deliver();
        }

        assertThat(sent).hasSize(10);
        assertThat(sent.stream().distinct()).as("the same id each time").hasSize(1);
        assertThat(log()).singleElement().satisfies(mail -> {
            assertThat(mail.outcome()).isEqualTo(MailOutcome.EXHAUSTED);
            assertThat(mail.attempts()).isEqualTo(10);
            assertThat(mail.problem()).isEqualTo("451 try later");
        });
        assertThat(desk.ask("select content from outbox")).isNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("OPS-3")
    void an_address_that_nobody_has_is_not_tried_again_and_administrators_see_it(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        post();
        unknown = true;

        deliver();
        desk.clock.advance(Duration.ofMinutes(5));
        deliver();

        assertThat(sent).hasSize(1);
        assertThat(log())
                .extracting(MailView::outcome, MailView::problem)
                .containsExactly(tuple(MailOutcome.REFUSED, "550 no such mailbox"));
        Caller.Staff agent = desk.agent("Ann", 1);
        assertThatThrownBy(() -> desk.get(MailLog.class).recent(agent)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("COM-5")
    void a_company_writes_as_whom_it_says(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff admin = desk.colleague("Ada", Role.ADMINISTRATOR);
        SenderSettings settings = desk.get(SenderSettings.class);
        assertThat(settings.get(admin)).isEqualTo(new Sender("Acme", null, 0));

        Sender said = own.call(() -> settings.change(admin, "Acme help", "Help@Acme.example", 0L));
        assertThat(said).isEqualTo(new Sender("Acme help", "help@acme.example", 1));
        assertThat(settings.get(admin)).isEqualTo(said);
        assertThatThrownBy(() -> own.call(() -> settings.change(admin, "Late", null, 0L)))
                .isInstanceOf(Outdated.class);
        assertThatThrownBy(() -> own.call(() -> settings.change(admin, null, "a@b.example\nBcc: c@d.example", null)))
                .isInstanceOf(Invalid.class);
        Caller.Staff agent = desk.agent("Ann", 1);
        assertThatThrownBy(() -> settings.change(agent, "Mine", null, null)).isInstanceOf(Forbidden.class);
        assertThat(desk.count("select count(*) from audit_entry where kind = 'mail'"))
                .isEqualTo(1);

        assertThat(own.call(() -> settings.change(admin, " ", "", null))).isEqualTo(new Sender("Acme", null, 2));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_link_whose_time_is_over_is_not_sent(TestDatabase.Kind kind) throws Exception {
        open(kind);
        post();

        desk.clock.advance(Duration.ofHours(2));
        deliver();

        assertThat(sent).isEmpty();
        assertThat(desk.ask("select ended_at from outbox")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_that_another_node_has_in_hand_is_left_alone_until_it_must_be_dead(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        post();
        OutboxRows rows = rows();
        long id = rows.due(desk.now(), 10).get(0);

        assertThat(rows.take(id, desk.now())).isPresent();
        assertThat(rows.take(id, desk.now())).isEmpty();
        deliver();
        assertThat(sent).isEmpty();
        desk.clock.advance(Duration.ofMinutes(2));
        deliver();
        assertThat(sent).hasSize(1);
    }

    private List<MailView> log() {
        Caller.Staff admin = new Caller.Staff(TestDesk.COMPANY, 1, "admin", "Ada", Role.ADMINISTRATOR, 0);
        return own.call(() -> desk.get(MailLog.class).recent(admin));
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        own = desk.get(OwnTransaction.class);
        outbox = desk.get(Outbox.class);
    }

    private void post() {
        post(Duration.ofHours(1));
    }

    private void post(Duration life) {
        own.run(() ->
                outbox.post(TestDesk.COMPANY, MailText.RESET, MAIL, desk.now().plus(life)));
    }

    private void deliver() {
        Mailer mailer = (mail, id) -> {
            sent.add(id);
            assertThat(mail).isEqualTo(MAIL.from(new Sender("Acme", null, 0)));
            if (busy) throw new IOException(new MessagingLike("451 try\r\nlater"));
            if (unknown) throw new MailRefused(new MessagingLike("550 no such mailbox"));
        };
        new Postman(rows(), mailer, new Envelope(desk.get(Secrets.class)), desk.clock).deliverAll();
    }

    /** As the container does it: each step in a transaction of its own. */
    private OutboxRows rows() {
        OutboxRows rows = desk.get(OutboxRows.class);
        return new OutboxRows() {
            @Override
            public List<Long> due(Instant at, int most) {
                return own.call(() -> rows.due(at, most));
            }

            @Override
            public Optional<Item> take(long id, Instant at) {
                return own.call(() -> rows.take(id, at));
            }

            @Override
            public void end(long id, String outcome, String said, Instant at) {
                own.run(() -> rows.end(id, outcome, said, at));
            }

            @Override
            public void later(Item item, String said, Instant at) {
                own.run(() -> rows.later(item, said, at));
            }
        };
    }
}
