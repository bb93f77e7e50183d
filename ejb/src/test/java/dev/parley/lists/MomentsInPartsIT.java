package dev.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.SignInView;
import dev.parley.access.SignIns;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Mentions;
import dev.parley.mail.Mail;
import dev.parley.mail.MailLog;
import dev.parley.mail.MailText;
import dev.parley.mail.MailView;
import dev.parley.mail.Outbox;
import dev.parley.routing.DecisionDetail;
import dev.parley.routing.DecisionView;
import dev.parley.routing.Decisions;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Role;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase.Kind;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of what happened, the newest first, read part by part while more happens: nothing twice, nothing lost that stood there before. */
@Tag("OPS-1")
class MomentsInPartsIT {
    private static final long SUPPORT = 1;
    private static final int STOOD = 8;

    private TestDesk desk;
    private Caller.Staff owner;
    private int made = 1_000;

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private void open(Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        owner = desk.colleague("Olga", Role.OWNER, SUPPORT);
    }

    private <T> T in(Supplier<T> work) {
        return desk.get(OwnTransaction.class).call(work::get);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void mails_of_which_many_were_posted_at_once(Kind kind) throws Exception {
        open(kind);
        MailLog log = desk.get(MailLog.class);
        for (int i = 0; i < STOOD; i++) {
            post();
            if (i == 2) desk.clock.advance(Duration.ofSeconds(1));
        }
        List<String> stood =
                in(() -> log.recent(owner)).stream().map(MailView::id).toList();
        assertThat(stood).hasSize(STOOD);

        List<MailView> read = Walk.through(cursor -> in(() -> log.recent(owner, cursor, 3)), last -> {
            post();
            desk.clock.advance(Duration.ofSeconds(1));
            post();
        });

        assertThat(read).extracting(MailView::id).containsExactlyElementsOf(stood);
        for (String none : List.of("nowhere", "%", ""))
            assertThatThrownBy(() -> in(() -> log.recent(owner, none, 3))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> in(() -> log.recent(owner, null, 201))).isInstanceOf(Invalid.class);
    }

    private void post() {
        Mail mail = MailText.RESET.write(
                "ann@example.com", Locale.ENGLISH, URI.create("https://x.example/reset?token=t"), "Ann", "Acme");
        desk.get(OwnTransaction.class)
                .run(() -> desk.get(Outbox.class)
                        .post(TestDesk.COMPANY, MailText.RESET, mail, desk.now().plus(Duration.ofHours(1))));
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void ones_own_sign_ins_though_the_last_one_read_is_ended(Kind kind) throws Exception {
        open(kind);
        SignIns signIns = desk.get(SignIns.class);
        List<String> stood = new ArrayList<>();
        for (int i = 0; i < STOOD; i++) stood.add(0, signedIn(owner));
        String colleagues = signedIn(desk.agent("Ann", SUPPORT));

        List<SignInView> read = Walk.through(cursor -> in(() -> signIns.own(owner, cursor, 3)), last -> {
            signedIn(owner);
            desk.change("update sign_in set revoked_at = created_at where public_id = ?", last.id());
        });

        assertThat(read).extracting(SignInView::id).containsExactlyElementsOf(stood);
        assertThatThrownBy(() -> in(() -> signIns.own(owner, colleagues, 3)))
                .as("a colleague's is none")
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> in(() -> signIns.own(owner, null, 0))).isInstanceOf(Invalid.class);
    }

    private String signedIn(Caller.Staff who) {
        String id = "sign-in-" + ++made;
        desk.change(
                "insert into sign_in (id, public_id, company_id, account_id, kind, token_hash, created_at, seen_at, expires_at)"
                        + " values (?, ?, ?, ?, 'api', ?, ?, ?, ?)",
                (long) made,
                id,
                TestDesk.COMPANY,
                who.accountId(),
                "hash of " + id,
                desk.now(),
                desk.now(),
                desk.now().plus(Duration.ofHours(1)));
        return id;
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void mentions_though_what_was_read_is_looked_at(Kind kind) throws Exception {
        open(kind);
        Mentions mentions = desk.get(Mentions.class);
        List<Long> stood = new ArrayList<>();
        for (int i = 0; i < STOOD; i++) stood.add(0, mentioned());

        List<ConversationView> read = Walk.through(cursor -> mentions.unseen(owner, cursor, 3), last -> {
            mentioned();
            desk.change("update mention set seen = true where conversation_id = ?", last.key());
        });

        assertThat(read).extracting(ConversationView::key).containsExactlyElementsOf(stood);
        assertThatThrownBy(() -> mentions.unseen(owner, "nowhere", 3)).isInstanceOf(Invalid.class);
    }

    private long mentioned() {
        long conversation = desk.waiting(SUPPORT);
        long key = ++made;
        desk.change(
                "insert into note (id, public_id, company_id, conversation_id, after_seq, author_id, client_id, body, at)"
                        + " values (?, ?, ?, ?, 0, ?, ?, '@Olga', ?)",
                key,
                "note-" + key,
                TestDesk.COMPANY,
                conversation,
                owner.accountId(),
                "client-" + key,
                desk.now());
        desk.change(
                "insert into mention (id, company_id, note_id, conversation_id, account_id, seen) values (?, ?, ?, ?, ?, false)",
                key,
                TestDesk.COMPANY,
                key,
                conversation,
                owner.accountId());
        return conversation;
    }

    @ParameterizedTest
    @MethodSource("dev.parley.testing.TestDatabase#kinds")
    void decisions_of_which_many_were_made_at_one_moment(Kind kind) throws Exception {
        open(kind);
        // what only writing a message would ask for
        desk.provide(Instance.class, (Instance<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
        Decisions decisions = desk.get(Decisions.class);
        long conversation = desk.waiting(SUPPORT);
        String id = "conversation-" + conversation;
        List<String> stood = new ArrayList<>();
        for (int i = 0; i < STOOD; i++) stood.add(0, decided(conversation));

        List<DecisionView> read =
                Walk.through(cursor -> decisions.of(owner, id, cursor, 3), last -> decided(conversation));

        assertThat(read).extracting(DecisionView::policy).containsExactlyElementsOf(stood);
        assertThat(decisions.of(owner, id)).as("at once as ever").hasSizeGreaterThan(STOOD);
        for (String none : List.of("", "-1", "x", "9999999999"))
            assertThatThrownBy(() -> decisions.of(owner, id, none, 3)).as(none).isInstanceOf(Invalid.class);
    }

    private String decided(long conversation) {
        long key = ++made;
        String policy = "policy-" + key;
        desk.change(
                "insert into routing_decision (id, company_id, conversation_id, department_id, at, waiting_since, policy, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                key,
                TestDesk.COMPANY,
                conversation,
                SUPPORT,
                desk.now(),
                desk.now(),
                policy,
                new DecisionDetail(List.of(), Set.of(), List.of(), 0).json());
        return policy;
    }
}
