package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audit.AuditFilter;
import dev.parley.audit.AuditKind;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditView;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Invalid;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.Permission;
import dev.parley.shared.Refused;
import dev.parley.shared.Role;
import dev.parley.shared.Unauthorized;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("OPS-1")
@Tag("COM-5")
@Tag("SEC-2")
class ApiTokensIT {
    private static final Set<Scope> READING = Set.of(Scope.CONVERSATIONS_READ, Scope.AUDIT_READ);
    private static final Duration DAY = Duration.ofDays(1);

    private TestDesk desk;
    private TestDesk.Node other;
    private Caller.Staff admin;

    static List<TestDatabase.Kind> databases() {
        return TestDatabase.kinds();
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_token_acts_as_its_maker_with_its_scopes_and_the_database_holds_its_digest(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        NewApiToken made = make("Import");

        TokenCaller program = authenticate(made.token()).orElseThrow();

        assertThat(program.scopes()).containsExactlyInAnyOrderElementsOf(READING);
        assertThat(program.caller().accountId()).isEqualTo(admin.accountId());
        assertThat(program.caller().companyId()).isEqualTo(TestDesk.COMPANY);
        assertThat(program.caller().via()).isEqualTo("Import");
        assertThat(made.token()).startsWith("pt_").startsWith(made.view().prefix());
        assertThat(made.toString()).doesNotContain(made.token());
        assertThat(desk.ask("select token_hash from api_token")).isEqualTo(Digests.sha256(made.token()));
        assertThat(authenticate(made.token() + "x")).isEmpty();
        assertThat(authenticate("pt_")).isEmpty();
        assertThat(authenticate(null)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_revoked_token_opens_nothing_on_any_node_from_that_moment(TestDatabase.Kind kind) throws Exception {
        open(kind);
        NewApiToken made = make("Import");
        assertThat(elsewhere(made.token())).isPresent();

        tell(d -> d.revoke(admin, made.view().id()));

        assertThat(authenticate(made.token())).isEmpty();
        assertThat(elsewhere(made.token())).isEmpty();
        assertThat(all(admin)).isEmpty();
        assertThatThrownBy(() -> tell(d -> d.revoke(admin, made.view().id()))).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void it_ends_with_its_time_and_with_its_maker_and_says_so(TestDatabase.Kind kind) throws Exception {
        open(kind);
        NewApiToken made = make("Import");
        Caller.Staff second = desk.colleague("Berta", Role.ADMINISTRATOR);

        desk.change("update account set active = false where id = ?", admin.accountId());
        assertThat(authenticate(made.token())).isEmpty();
        assertThat(all(second)).extracting(ApiTokenView::state).containsExactly(ApiTokenView.State.ORPHANED);

        desk.change("update account set active = true where id = ?", admin.accountId());
        assertThat(authenticate(made.token())).isPresent();
        desk.clock.advance(DAY);
        assertThat(authenticate(made.token())).isEmpty();
        assertThat(all(second)).extracting(ApiTokenView::state).containsExactly(ApiTokenView.State.EXPIRED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void it_may_never_more_than_its_makers_role_may_at_that_moment(TestDatabase.Kind kind) throws Exception {
        open(kind);
        NewApiToken made = make("Import");

        desk.change("update account set role = 'agent' where id = ?", admin.accountId());

        Caller.Staff program = authenticate(made.token()).orElseThrow().caller();
        assertThat(program.role()).isEqualTo(dev.parley.shared.HeldRole.of(Role.AGENT));
        assertThatThrownBy(() -> program.require(Permission.MANAGE_TOKENS)).isInstanceOf(Forbidden.class);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void only_administrators_of_the_company_make_see_and_revoke_and_no_token_does(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        NewApiToken made = make("Import");
        Caller.Staff supervisor = desk.colleague("Sue", Role.SUPERVISOR);
        Caller.Staff foreign = new Caller.Staff(2, 5, "foreign", "Foreign", Role.OWNER, 0);
        Caller.Staff program = authenticate(made.token()).orElseThrow().caller();

        for (Caller caller : List.of(supervisor, program)) {
            assertThatThrownBy(() -> asking(d -> d.create(caller, draft("Other", DAY))))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> asking(d -> d.all(caller))).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> tell(d -> d.revoke(caller, made.view().id())))
                    .isInstanceOf(Forbidden.class);
        }
        assertThatThrownBy(() -> asking(d -> d.all(Caller.NOBODY))).isInstanceOf(Unauthorized.class);
        assertThat(all(foreign)).isEmpty();
        assertThat(authenticate(made.token())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_does_not_fit_is_refused(TestDatabase.Kind kind) throws Exception {
        open(kind);
        make("Import");

        assertThatThrownBy(() -> asking(d -> d.create(admin, draft(" ", DAY)))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> asking(d -> d.create(admin, draft("x".repeat(61), DAY))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> asking(d -> d.create(admin, draft("Other", Duration.ofSeconds(59)))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> asking(d -> d.create(admin, draft("Other", Duration.ofDays(367)))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> asking(d -> d.create(admin, new ApiTokenDraft("Other", Set.of(), DAY))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> make("Import")).as("the name is taken").isInstanceOf(Refused.class);
        assertThat(all(admin)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void there_are_fifty_at_most_even_if_many_are_made_at_once(TestDatabase.Kind kind) throws Exception {
        open(kind);
        for (int i = 0; i < ApiTokens.MOST - 1; i++) make("Import " + i);
        ExecutorService many = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            make("At once " + i);
                            return true;
                        } catch (Refused e) {
                            return false;
                        }
                    })
                    .toList();
            long won = 0;
            for (Future<Boolean> each : many.invokeAll(tries)) if (each.get()) won++;

            assertThat(won).isEqualTo(1);
        } finally {
            many.shutdownNow();
        }
        assertThat(desk.count("select count(*) from api_token")).isEqualTo(ApiTokens.MOST);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void being_used_is_written_down_once_a_minute(TestDatabase.Kind kind) throws Exception {
        open(kind);
        NewApiToken made = make("Import");
        assertThat(all(admin).get(0).usedAt()).isNull();

        authenticate(made.token());
        var first = desk.now();
        desk.clock.advance(Duration.ofSeconds(30));
        authenticate(made.token());
        assertThat(all(admin).get(0).usedAt()).isEqualTo(first);
        desk.clock.advance(Duration.ofSeconds(31));
        authenticate(made.token());

        assertThat(all(admin).get(0).usedAt()).isEqualTo(desk.now());
    }

    @ParameterizedTest
    @MethodSource("databases")
    @Tag("SEC-4")
    void the_audit_log_has_both_ends_and_neither_the_token_nor_its_digest(TestDatabase.Kind kind) throws Exception {
        open(kind);
        NewApiToken made = make("Import");
        tell(d -> d.revoke(admin, made.view().id()));

        List<AuditView> entries = log();
        assertThat(entries).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.actorName()).isEqualTo("Ada");
            assertThat(entry.subjectName()).isEqualTo("Import");
        });
        assertThat(entries.get(1).after().getJsonArray("scopes").toString())
                .contains("conversations:read", "audit:read");
        assertThat(entries.get(0).after()).isNull();
        assertThat(desk.count(
                        "select count(*) from audit_entry where after_json like ? or after_json like ?",
                        "%" + made.token() + "%",
                        "%" + Digests.sha256(made.token()) + "%"))
                .isZero();
    }

    private List<AuditView> log() {
        return desk.get(OwnTransaction.class)
                .call(() -> desk.get(AuditLog.class)
                        .search(admin, new AuditFilter(null, AuditKind.TOKEN, null, null, null), null, 50)
                        .items());
    }

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        other = desk.node();
        admin = desk.colleague("Ada", Role.ADMINISTRATOR);
    }

    private static ApiTokenDraft draft(String name, Duration life) {
        return new ApiTokenDraft(name, READING, life);
    }

    private NewApiToken make(String name) {
        return asking(d -> d.create(admin, draft(name, DAY)));
    }

    private Optional<TokenCaller> authenticate(String token) {
        return asking(d -> d.authenticate(token));
    }

    private List<ApiTokenView> all(Caller caller) {
        return asking(d -> d.all(caller));
    }

    private Optional<TokenCaller> elsewhere(String token) {
        return other.get(OwnTransaction.class)
                .call(() -> other.get(ApiTokens.class).authenticate(token));
    }

    private void tell(java.util.function.Consumer<ApiTokens> what) {
        asking(d -> {
            what.accept(d);
            return Optional.empty();
        });
    }

    private <T> T asking(Function<ApiTokens, T> what) {
        return desk.get(OwnTransaction.class).call(() -> what.apply(desk.get(ApiTokens.class)));
    }
}
